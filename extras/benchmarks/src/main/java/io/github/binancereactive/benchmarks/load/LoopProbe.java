/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** How late an event loop is: a task that wants to run every millisecond, and remembers by how much it came too late. */
final class LoopProbe implements Runnable {

    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(1);

    private final EventLoop loop;
    private final AtomicLong largest = new AtomicLong();
    private volatile boolean stopped;
    private long due; // event loop only

    private LoopProbe(EventLoop loop) {
        this.loop = loop;
    }

    static LoopProbe start(EventLoop loop) {
        LoopProbe probe = new LoopProbe(loop);
        loop.execute(probe::again);
        return probe;
    }

    @Override
    public void run() {
        largest.accumulateAndGet(System.nanoTime() - due, Math::max);
        again();
    }

    private void again() {
        if (!stopped) {
            due = System.nanoTime() + INTERVAL;
            loop.schedule(this, INTERVAL, TimeUnit.NANOSECONDS);
        }
    }

    /** The largest delay since this was asked before. A stall that still lasts shows only when it is over. */
    long takeLargest() {
        return largest.getAndSet(0);
    }

    void stop() {
        stopped = true;
    }
}
