/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Scheduler;

/**
 * Tells those who watch that something has changed. Whoever changes something raises a flag and goes on; a task that runs at most
 * every few milliseconds, and only while somebody watches, makes the snapshot and hands it over.
 */
final class StateChanges {

    private static final long CONFLATED_MILLIS = 10;

    private final Supplier<BudgetState> state;
    private final Scheduler scheduler;
    private final List<FluxSink<BudgetState>> watchers = new CopyOnWriteArrayList<>();
    private final AtomicBoolean due = new AtomicBoolean();

    StateChanges(Supplier<BudgetState> state, Scheduler scheduler) {
        this.state = state;
        this.scheduler = scheduler;
    }

    Flux<BudgetState> flux() {
        return Flux.create(
                watcher -> {
                    watcher.onDispose(() -> watchers.remove(watcher));
                    watchers.add(watcher);
                    happened(); // after it is there: so it gets what is now, and misses nothing that follows
                },
                FluxSink.OverflowStrategy.LATEST);
    }

    void happened() {
        if (!watchers.isEmpty() && due.compareAndSet(false, true)) {
            scheduler.schedule(this::publish, CONFLATED_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Lowers the flag before it looks: a change that comes after the look raises it again. */
    private void publish() {
        due.set(false);
        BudgetState now = state.get();
        watchers.forEach(watcher -> watcher.next(now));
    }
}
