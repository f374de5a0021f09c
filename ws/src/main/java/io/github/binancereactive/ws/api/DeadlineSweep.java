/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.scheduler.Scheduler;

/**
 * Ends requests whose deadline has passed. One sweep over all of them every now and then, and only while there are any,
 * costs a busy client far less than a timer for each request; a deadline is kept to within a twentieth.
 */
final class DeadlineSweep {

    private static final long LONGEST_INTERVAL_MILLIS = 100;

    private final PendingTable table;
    private final Duration deadline;
    private final Scheduler scheduler;
    private final long intervalMillis;
    private final AtomicBoolean sweeping = new AtomicBoolean();

    DeadlineSweep(PendingTable table, Duration deadline, Scheduler scheduler) {
        this.table = table;
        this.deadline = deadline;
        this.scheduler = scheduler;
        this.intervalMillis = Math.max(1, Math.min(LONGEST_INTERVAL_MILLIS, deadline.toMillis() / 20));
    }

    /** The deadline of a request that begins now. */
    long fromNow() {
        return scheduler.now(TimeUnit.NANOSECONDS) + deadline.toNanos();
    }

    /** There is a request. */
    void wake() {
        if (!sweeping.get() && sweeping.compareAndSet(false, true)) {
            schedule();
        }
    }

    private void sweep() {
        long now = scheduler.now(TimeUnit.NANOSECONDS);
        table.forEach(request -> request.expireIfLate(now, deadline));
        if (table.count() > 0) {
            schedule();
            return;
        }
        sweeping.set(false);
        // A request that came in between saw us still sweeping and didn't wake us.
        if (table.count() > 0) {
            wake();
        }
    }

    private void schedule() {
        try {
            scheduler.schedule(this::sweep, intervalMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // Without a clock no deadline would ever pass, and every request must end.
            sweeping.set(false);
            table.forEach(request -> request.clientClosed(e));
        }
    }
}
