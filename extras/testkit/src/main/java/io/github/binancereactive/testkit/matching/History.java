/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Pages of what is kept in the order of its ids and times. */
final class History {

    private History() {}

    static <T> List<T> page(List<T> all, ToLongFunction<T> id, ToLongFunction<T> time, HistoryQuery query) {
        int from = Math.max(start(all, id, query.fromId()), start(all, time, query.startTime()));
        int to = query.endTime() == null ? all.size() : lowerBound(all, time, query.endTime() + 1);
        if (from >= to) {
            return List.of();
        }
        boolean forwards = query.fromId() != null || query.startTime() != null;
        return List.copyOf(
                forwards
                        ? all.subList(from, Math.min(to, from + query.limit()))
                        : all.subList(Math.max(from, to - query.limit()), to));
    }

    private static <T> int start(List<T> all, ToLongFunction<T> key, @Nullable Long least) {
        return least == null ? 0 : lowerBound(all, key, least);
    }

    /** The first whose key is not below that value, or one past the last. */
    static <T> int lowerBound(List<T> all, ToLongFunction<T> key, long value) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (key.applyAsLong(all.get(middle)) < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
