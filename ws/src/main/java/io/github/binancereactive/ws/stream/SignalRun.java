/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.ws.stream.StreamSignal.Dropped;
import io.github.binancereactive.ws.stream.StreamSignal.Filled;
import io.github.binancereactive.ws.stream.StreamSignal.Gap;
import java.util.ArrayList;
import java.util.List;

/**
 * Signals with no event between them: one of each kind at most, in the order in which they came last, so that what a subscriber has
 * not asked for stays bounded. Gaps are joined, counts added up, and of the rest the latest is kept.
 */
final class SignalRun<T> {

    private final List<StreamSignal<T>> signals = new ArrayList<>(2);

    boolean isEmpty() {
        return signals.isEmpty();
    }

    StreamSignal<T> poll() {
        return signals.remove(0);
    }

    void add(StreamSignal<T> signal) {
        for (int i = 0; i < signals.size(); i++) {
            StreamSignal<T> earlier = signals.get(i);
            if (earlier.getClass() == signal.getClass()) {
                signals.remove(i);
                signals.add(join(earlier, signal));
                return;
            }
        }
        signals.add(signal);
    }

    void addAll(SignalRun<T> later) {
        later.signals.forEach(this::add);
    }

    private static <T> StreamSignal<T> join(StreamSignal<T> earlier, StreamSignal<T> later) {
        if (earlier instanceof Dropped<T> first && later instanceof Dropped<T> second) {
            return new Dropped<>(first.count() + second.count(), second.total());
        }
        if (earlier instanceof Gap<T> first && later instanceof Gap<T> second) {
            return join(first, second);
        }
        if (earlier instanceof Filled<T> first && later instanceof Filled<T> second) {
            return new Filled<>(join(first.gap(), second.gap()), first.events() + second.events());
        }
        return later;
    }

    private static <T> Gap<T> join(Gap<T> first, Gap<T> second) {
        return new Gap<>(first.stream(), first.from(), second.to(), first.lastId(), second.nextId(), second.reason());
    }
}
