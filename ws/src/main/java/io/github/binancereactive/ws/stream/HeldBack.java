/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.ws.stream.StreamSignal.Gap;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Events and signals of a stream that wait behind a gap, in order. One thread at a time. */
final class HeldBack<T> {

    private final Deque<Object> items = new ArrayDeque<>();

    int size() {
        return items.size();
    }

    void add(Object eventOrSignal) {
        items.add(eventOrSignal);
    }

    /** It has been taken and has to wait still. */
    void putBack(T event) {
        items.addFirst(event);
    }

    /** An event or a signal; null when nothing waits. */
    @Nullable Object poll() {
        return items.poll();
    }

    @SuppressWarnings("unchecked") // only events and signals of the stream are put in
    @Nullable T firstEvent() {
        for (Object item : items) {
            if (!(item instanceof StreamSignal<?>)) {
                return (T) item;
            }
        }
        return null;
    }

    /** The gap before the first event, if its numbers tell where it is. */
    @SuppressWarnings("unchecked") // as above
    @Nullable Gap<T> takeGap() {
        for (Object item : items) {
            if (item instanceof Gap<?> gap && gap.lastId() != null) {
                items.remove(gap);
                return (Gap<T>) gap;
            }
            if (!(item instanceof StreamSignal<?>)) {
                break;
            }
        }
        return null;
    }
}
