/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.stream.Continuity;
import io.github.binancereactive.core.stream.StreamFamily;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How far a stream has been delivered: the last event about each key. One thread at a time. */
final class Progress<T> {

    private final StreamFamily<T> family;
    private final @Nullable Continuity<T> continuity;
    private final Map<Object, T> lastOfKeys = new HashMap<>(); // of lists, which have several
    private @Nullable T last;

    Progress(StreamFamily<T> family) {
        this.family = family;
        this.continuity = family.continuity();
    }

    @Nullable T last() {
        return last;
    }

    void forget() {
        last = null;
        lastOfKeys.clear();
    }

    void add(T event) {
        last = event;
        if (family.isList()) {
            lastOfKeys.put(family.key(event), event);
        }
    }

    /** Negative when the event is later than all that were delivered, 0 when it equals the last one, else positive. */
    int compareTo(T event) {
        T before = family.isList() ? lastOfKeys.get(family.key(event)) : last;
        return before == null ? -1 : family.order().compare(before, event);
    }

    /** Whether whoever brings all events from this one on can take over: none between would be missed. */
    boolean reaches(T first) {
        T before = last;
        if (continuity != null) {
            return before != null && continuity.follows(before, first);
        }
        return compareTo(first) >= 0;
    }

    /** Whether numbers show that events are missing between the last one and this one. */
    boolean misses(T event) {
        T before = last;
        return continuity != null && before != null && !continuity.follows(before, event);
    }

    @Nullable Long lastNumber() {
        T before = last;
        return continuity == null || before == null ? null : continuity.last().applyAsLong(before);
    }

    @Nullable Long firstNumber(T event) {
        return continuity == null
                ? null
                : Objects.requireNonNull(continuity).first().applyAsLong(event);
    }
}
