/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** What one side has received. One thread counts single messages, any thread looks. */
final class Tally {

    private static final int NANOS_PER_MICRO = 1_000;

    private final AtomicLong received = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile @Nullable Histogram latencies;

    void message() {
        received.lazySet(received.getPlain() + 1);
    }

    /** Several messages, counted by any thread. */
    void messages(long more) {
        received.addAndGet(more);
    }

    /**
     * A message that says when it was sent.
     *
     * @param sentMicros by the {@link SharedClock}
     */
    void message(long sentMicros) {
        Histogram into = latencies;
        if (into != null) {
            into.recordValue(Math.max(0, SharedClock.micros() - sentMicros) * NANOS_PER_MICRO);
        }
        message();
    }

    void recordTo(Histogram histogram) {
        latencies = histogram;
    }

    void failed(Throwable error) {
        failure.set(error);
    }

    long received() {
        Throwable error = failure.get();
        if (error != null) {
            throw new IllegalStateException("receiving has failed", error);
        }
        return received.get();
    }
}
