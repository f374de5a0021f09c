/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.api.MarketDataApi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Subscribers that get the same from a hub. In steps of the hub only. */
class Branch<T> {

    private final List<StreamSubscription<T>> subscriptions = new ArrayList<>(1);

    /** Where gaps are filled from; null when they aren't. */
    @Nullable MarketDataApi api() {
        return null;
    }

    final boolean isEmpty() {
        return subscriptions.isEmpty();
    }

    final void add(StreamSubscription<T> subscription) {
        subscriptions.add(subscription);
    }

    final boolean remove(StreamSubscription<T> subscription) {
        return subscriptions.remove(subscription);
    }

    final List<StreamSubscription<T>> subscriptions() {
        return subscriptions;
    }

    void event(T event) {
        forward(event);
    }

    void signal(StreamSignal<T> signal) {
        forwardSignal(signal);
    }

    /** Nothing more comes, or nobody is here any more: hands on what it has. */
    void end() {}

    /** Nobody joins or leaves meanwhile: that takes a step of its own. */
    final void forward(T event) {
        for (int i = 0; i < subscriptions.size(); i++) {
            subscriptions.get(i).next(event);
        }
    }

    final void forwardSignal(StreamSignal<T> signal) {
        for (int i = 0; i < subscriptions.size(); i++) {
            subscriptions.get(i).signal(signal);
        }
    }
}
