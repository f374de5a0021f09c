/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import reactor.core.Disposable;

/** One that receives a flood of its own: it comes for the time of a round, and the round ends when all that was sent has arrived. */
final class FloodSide implements Side {

    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);

    private final Flood flood;
    private final Tally tally = new Tally();
    private final Disposable receiver;

    /**
     * Opens it and waits until it is subscribed to.
     *
     * @param flood its own
     * @param streams how many streams it subscribes to
     * @param receiver subscribes at an address and counts what comes
     */
    FloodSide(Flood flood, int streams, BiFunction<Address, Tally, Disposable> receiver) {
        this.flood = flood;
        this.receiver = receiver.apply(flood.address(), tally);
        await(flood::subscribed, streams);
    }

    @Override
    public long run(long nanos, Histogram latencies) throws InterruptedException {
        tally.recordTo(latencies);
        long before = flood.start();
        TimeUnit.NANOSECONDS.sleep(nanos);
        long sent = flood.stop();
        await(tally::received, sent);
        return sent - before;
    }

    private void await(LongSupplier what, long expected) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        long seen;
        while ((seen = what.getAsLong()) != expected) {
            tally.received(); // fails when receiving has failed
            if (seen > expected || System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("expected " + expected + ", but it is " + seen);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void close() {
        receiver.dispose();
        flood.close();
    }
}
