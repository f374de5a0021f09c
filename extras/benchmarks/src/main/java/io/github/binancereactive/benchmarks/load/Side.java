/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** A way to ask the server, kept open from round to round. */
interface Side extends AutoCloseable {

    /** How long a round may go on after its time, until all that was asked is answered. */
    long PATIENCE_SECONDS = 20;

    /**
     * Asks for so long, each request as soon as an earlier one was answered, and waits for the last answers.
     *
     * @param nanos how long to go on
     * @param latencies where to record how long each request took
     * @return how many requests were answered
     */
    long run(long nanos, Histogram latencies) throws InterruptedException;

    @Override
    void close();

    /** Ends a round in which requests got lost, instead of waiting for ever. */
    static void await(java.util.concurrent.CountDownLatch done, long nanos) throws InterruptedException {
        if (!done.await(nanos + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS), TimeUnit.NANOSECONDS)) {
            throw new IllegalStateException("requests were not answered within " + PATIENCE_SECONDS + " s");
        }
    }
}
