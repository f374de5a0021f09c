/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.stream;

import java.util.function.ToLongFunction;

/**
 * Events that count: the first number of each is one more than the last number of the one before, so a missing one shows.
 *
 * @param first the first number in an event
 * @param last the last number in an event; the same where an event has only one
 * @param <T> the events
 */
public record Continuity<T>(ToLongFunction<? super T> first, ToLongFunction<? super T> last) {

    static <T> Continuity<T> of(ToLongFunction<? super T> number) {
        return new Continuity<>(number, number);
    }

    /**
     * Whether nothing is missing between two events.
     *
     * @param before the earlier one
     * @param after the later one
     * @return true when the later one follows at once, or overlaps
     */
    public boolean follows(T before, T after) {
        return first.applyAsLong(after) <= last.applyAsLong(before) + 1;
    }
}
