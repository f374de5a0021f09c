/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;

/** How late an event loop is: a task that wants to run every millisecond, and remembers by how much it came too late each time. */
final class LoopProbe implements Runnable {

    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(1);

    private final EventLoop loop;
    private final SingleWriterRecorder delays = new SingleWriterRecorder(2);
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
        delays.recordValue(Math.max(0, System.nanoTime() - due));
        again();
    }

    private void again() {
        if (!stopped) {
            due = System.nanoTime() + INTERVAL;
            loop.schedule(this, INTERVAL, TimeUnit.NANOSECONDS);
        }
    }

    /** The delays since this was asked before. A stall that still lasts shows only when it is over. */
    Histogram take() {
        return delays.getIntervalHistogram();
    }

    void stop() {
        stopped = true;
    }
}
