/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import io.github.binancereactive.core.model.stream.DepthUpdate;
import io.github.binancereactive.ws.stream.StreamSignal;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;

/** Brings what the source says into the book's turns, and no more at a time than these can take. */
final class DepthUpdates extends BaseSubscriber<StreamSignal<DepthUpdate>> {

    private static final int PREFETCH = 64;
    private static final int BATCH = 48;

    private final Turns turns;
    private final BookKeeper keeper;
    private int taken; // only within a turn

    DepthUpdates(Turns turns, BookKeeper keeper) {
        this.turns = turns;
        this.keeper = keeper;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        request(PREFETCH);
    }

    @Override
    protected void hookOnNext(StreamSignal<DepthUpdate> signal) {
        turns.run(() -> {
            keeper.onSignal(this, signal);
            if (++taken == BATCH) {
                taken = 0;
                request(BATCH);
            }
        });
    }

    @Override
    protected void hookOnError(Throwable error) {
        turns.run(() -> keeper.onSourceEnd(this, error));
    }

    @Override
    protected void hookOnComplete() {
        turns.run(() -> keeper.onSourceEnd(this, null));
    }
}
