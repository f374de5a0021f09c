/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.stream.StreamClock;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * The simulator's time. It comes from the scheduler that a test injects, or from the event loop and the system; either
 * way what is due runs on the event loop.
 */
final class SimulatorClock implements StreamClock {

    private final EventLoop loop;
    private final @Nullable Scheduler scheduler;
    private final long startMicros;
    private final long startNanos;
    // Any thread writes: how far the exchange's clock is ahead of what it would show.
    private volatile long offsetMicros;

    SimulatorClock(EventLoop loop, @Nullable Scheduler scheduler, @Nullable Instant epoch) {
        this.loop = loop;
        this.scheduler = scheduler;
        startNanos = nanos();
        startMicros = epoch != null ? micros(epoch) : micros(wallClock());
    }

    private Instant wallClock() {
        return scheduler == null ? Instant.now() : Instant.ofEpochMilli(scheduler.now(TimeUnit.MILLISECONDS));
    }

    private static long micros(Instant instant) {
        return TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / 1000;
    }

    private long nanos() {
        return scheduler == null ? System.nanoTime() : scheduler.now(TimeUnit.NANOSECONDS);
    }

    /** Microseconds since the epoch. */
    @Override
    public long micros() {
        return startMicros + elapsedMicros() + offsetMicros;
    }

    /** Microseconds since the start, whatever the clock is made to show. */
    long elapsedMicros() {
        return (nanos() - startNanos) / 1000;
    }

    /** Puts the clock forward or, when negative, back from what it would show; what is due comes when it would have. */
    void offset(Duration offset) {
        offsetMicros = TimeUnit.NANOSECONDS.toMicros(offset.toNanos());
    }

    long millis() {
        return micros() / 1000;
    }

    Instant now() {
        long micros = micros();
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1000L);
    }

    Disposable after(Duration delay, Runnable task) {
        if (scheduler != null) {
            return scheduler.schedule(() -> soon(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        }
        return cancelling(loop.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS));
    }

    @Override
    public Disposable every(Duration period, Runnable task) {
        long nanos = period.toNanos();
        if (scheduler != null) {
            return scheduler.schedulePeriodically(() -> soon(task), nanos, nanos, TimeUnit.NANOSECONDS);
        }
        return cancelling(loop.scheduleAtFixedRate(task, nanos, nanos, TimeUnit.NANOSECONDS));
    }

    /** On the event loop, after what runs there now. */
    void soon(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException closed) {
            // The simulator is closed while the test's scheduler lives on: nothing is due any more.
        }
    }

    private static Disposable cancelling(Future<?> future) {
        return () -> future.cancel(false);
    }
}
