/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.scheduler.Scheduler;

/**
 * Looks after streams that must not be silent: every now and then at all of them, and only while there are any, in place of a timer for
 * each event. Any thread.
 */
final class SilenceSweep {

    static final long INTERVAL_MILLIS = 500;

    private final Scheduler scheduler;
    private final Set<StreamHub<?>> hubs = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean sweeping = new AtomicBoolean();

    SilenceSweep(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void add(StreamHub<?> hub) {
        if (hubs.add(hub)) {
            wake();
        }
    }

    void remove(StreamHub<?> hub) {
        hubs.remove(hub);
    }

    private void wake() {
        if (!sweeping.get() && sweeping.compareAndSet(false, true)) {
            schedule();
        }
    }

    private void sweep() {
        hubs.forEach(StreamHub::look);
        if (!hubs.isEmpty()) {
            schedule();
            return;
        }
        sweeping.set(false);
        // A hub that came in between saw us still sweeping and didn't wake us.
        if (!hubs.isEmpty()) {
            wake();
        }
    }

    private void schedule() {
        try {
            scheduler.schedule(this::sweep, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // The application has disposed of the scheduler, and with it of time.
            sweeping.set(false);
        }
    }
}
