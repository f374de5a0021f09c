/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a history is wanted. With {@code fromId} or {@code startTime} it begins there and goes on for at most
 * {@code limit} entries; without either it is the last {@code limit} entries up to {@code endTime}.
 *
 * @param fromId first id; null for any
 * @param startTime first microsecond; null for any
 * @param endTime last microsecond; null for any
 * @param limit most entries
 */
public record HistoryQuery(
        @Nullable Long fromId,
        @Nullable Long startTime,
        @Nullable Long endTime,
        int limit) {

    /**
     * The latest entries.
     *
     * @param limit how many
     * @return the query
     */
    public static HistoryQuery latest(int limit) {
        return new HistoryQuery(null, null, null, limit);
    }

    /**
     * Entries from an id on.
     *
     * @param id the first id
     * @param limit how many
     * @return the query
     */
    public static HistoryQuery from(long id, int limit) {
        return new HistoryQuery(id, null, null, limit);
    }
}
