/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import org.HdrHistogram.Histogram;
import org.reactivestreams.Publisher;

/** Requests that are publishers: ours on both wires, and the floor of REST. */
final class PublisherSide implements Side {

    private final Lanes lanes;
    private final Runnable close;

    PublisherSide(Publisher<?> request, int concurrency, Runnable close) {
        this.lanes = new Lanes(request, concurrency);
        this.close = close;
    }

    @Override
    public long run(long nanos, Histogram latencies) throws InterruptedException {
        return lanes.run(nanos, latencies);
    }

    @Override
    public void close() {
        close.run();
    }
}
