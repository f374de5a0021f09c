/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import io.github.binancereactive.core.model.stream.DepthUpdate;
import io.github.binancereactive.ws.session.SerialSteps;
import io.github.binancereactive.ws.stream.StreamSignal;
import java.util.concurrent.atomic.AtomicReference;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Operators;

/**
 * Brings what the source says into the book's turns, and no more at a time than these can take. It is no {@code BaseSubscriber}, which would
 * report an error as dropped that comes at the moment when the book is not wanted any more.
 */
final class DepthUpdates implements CoreSubscriber<StreamSignal<DepthUpdate>>, Disposable {

    private static final int PREFETCH = 64;
    private static final int BATCH = 48;

    private final SerialSteps turns;
    private final BookKeeper keeper;
    private final AtomicReference<Subscription> upstream = new AtomicReference<>(Operators.emptySubscription());
    private int taken; // only within a turn

    DepthUpdates(SerialSteps turns, BookKeeper keeper) {
        this.turns = turns;
        this.keeper = keeper;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        if (upstream.compareAndSet(Operators.emptySubscription(), subscription)) {
            subscription.request(PREFETCH);
        } else {
            subscription.cancel();
        }
    }

    @Override
    public void onNext(StreamSignal<DepthUpdate> signal) {
        if (turns.begin()) {
            try {
                take(signal);
            } finally {
                turns.done();
            }
        } else {
            turns.run(() -> take(signal));
        }
    }

    private void take(StreamSignal<DepthUpdate> signal) {
        keeper.onSignal(this, signal);
        if (++taken == BATCH) {
            taken = 0;
            upstream.get().request(BATCH);
        }
    }

    @Override
    public void onError(Throwable error) {
        turns.run(() -> keeper.onSourceEnd(this, error));
    }

    @Override
    public void onComplete() {
        turns.run(() -> keeper.onSourceEnd(this, null));
    }

    @Override
    public void dispose() {
        upstream.getAndSet(Operators.cancelledSubscription()).cancel();
    }

    @Override
    public boolean isDisposed() {
        return upstream.get() == Operators.cancelledSubscription();
    }
}
