/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

/** So many requests at a time, each lane subscribing anew as soon as its request has completed. */
final class Lanes {

    private final Publisher<?> request;
    private final int lanes;

    Lanes(Publisher<?> request, int lanes) {
        this.request = request;
        this.lanes = lanes;
    }

    long run(long nanos, Histogram latencies) throws InterruptedException {
        Round round = new Round(System.nanoTime() + nanos, latencies, new CountDownLatch(lanes));
        for (int i = 0; i < lanes; i++) {
            new Lane(round).ask();
        }
        Side.await(round.done, nanos);
        Throwable failure = round.failure;
        if (failure != null) {
            throw new IllegalStateException("a request failed", failure);
        }
        return round.answered.sum();
    }

    private static final class Round {

        final long end;
        final Histogram latencies;
        final CountDownLatch done;
        final LongAdder answered = new LongAdder();
        volatile @Nullable Throwable failure;

        Round(long end, Histogram latencies, CountDownLatch done) {
            this.end = end;
            this.latencies = latencies;
            this.done = done;
        }
    }

    private final class Lane implements CoreSubscriber<Object> {

        private final Round round;
        private long began;

        Lane(Round round) {
            this.round = round;
        }

        void ask() {
            began = System.nanoTime();
            request.subscribe(this);
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Object answer) {
            // What comes is counted when it is complete.
        }

        @Override
        public void onError(Throwable error) {
            round.failure = error;
            round.done.countDown();
        }

        @Override
        public void onComplete() {
            long now = System.nanoTime();
            round.latencies.recordValue(now - began);
            round.answered.increment();
            if (now - round.end < 0) {
                ask();
            } else {
                round.done.countDown();
            }
        }
    }
}
