/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Real threads in a time that runs faster: a minute takes a second. */
final class FastForward implements Scheduler {

    private static final int FACTOR = 60;

    private final Scheduler real = Schedulers.newSingle("fast-forward", true);
    private final long startMillis = System.currentTimeMillis();
    private final long startNanos = System.nanoTime();

    @Override
    public Disposable schedule(Runnable task) {
        return real.schedule(task);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        return real.schedule(task, unit.toNanos(delay) / FACTOR, TimeUnit.NANOSECONDS);
    }

    @Override
    public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
        return real.schedulePeriodically(
                task, unit.toNanos(initialDelay) / FACTOR, unit.toNanos(period) / FACTOR, TimeUnit.NANOSECONDS);
    }

    @Override
    public long now(TimeUnit unit) {
        return unit.convert(
                TimeUnit.MILLISECONDS.toNanos(startMillis) + (System.nanoTime() - startNanos) * FACTOR,
                TimeUnit.NANOSECONDS);
    }

    @Override
    public Worker createWorker() {
        return real.createWorker(); // nobody here gives a worker a delay
    }

    @Override
    public void dispose() {
        real.dispose();
    }
}
