/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import java.util.ArrayDeque;
import java.util.Queue;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/** Runs what it is given when the test says so. For one thread. */
final class LaterScheduler implements Scheduler {

    private final Queue<Runnable> tasks = new ArrayDeque<>();

    @Override
    public Disposable schedule(Runnable task) {
        tasks.add(task);
        return Disposables.single();
    }

    @Override
    public Worker createWorker() {
        throw new UnsupportedOperationException("nobody needs one");
    }

    /** Runs everything. */
    void runAll() {
        Runnable next;
        while ((next = tasks.poll()) != null) {
            next.run();
        }
    }
}
