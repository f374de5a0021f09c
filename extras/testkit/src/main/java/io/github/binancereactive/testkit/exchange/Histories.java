/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.testkit.matching.HistoryQuery;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads which part of a history is wanted. Times are in milliseconds or microseconds. */
final class Histories {

    static final int USUAL = 500;
    static final int MOST = 1_000;

    private static final long SMALLEST_IN_MICROS = 100_000_000_000_000L;
    private static final int A_DAY = 24;

    private Histories() {}

    static HistoryQuery read(Arguments arguments, String fromId) {
        return new HistoryQuery(arguments.integer(fromId), start(arguments), end(arguments), limit(arguments));
    }

    /** A part that only times can choose. */
    static HistoryQuery byTime(Arguments arguments) {
        return new HistoryQuery(null, start(arguments), end(arguments), limit(arguments));
    }

    /** As {@link #read}, within 24 hours. */
    static HistoryQuery readWithinADay(Arguments arguments, String fromId) {
        HistoryQuery query = read(arguments, fromId);
        Long start = query.startTime();
        Long end = query.endTime();
        if (start != null
                && end != null
                && end / 1000 - start / 1000 > Duration.ofHours(A_DAY).toMillis()) {
            throw ExchangeErrors.moreThanHours(A_DAY);
        }
        return query;
    }

    static int limit(Arguments arguments) {
        return arguments.limit(USUAL, MOST);
    }

    private static @Nullable Long start(Arguments arguments) {
        Long start = arguments.integer("startTime");
        Long end = arguments.integer("endTime");
        if (start != null && end != null && micros(start) > lastMicro(end)) {
            throw ExchangeErrors.badCombination();
        }
        return start == null ? null : micros(start);
    }

    private static @Nullable Long end(Arguments arguments) {
        Long end = arguments.integer("endTime");
        return end == null ? null : lastMicro(end);
    }

    private static long micros(long time) {
        return time < SMALLEST_IN_MICROS ? time * 1000 : time;
    }

    /** The last microsecond of a time: of a millisecond, all of it. */
    private static long lastMicro(long time) {
        return time < SMALLEST_IN_MICROS ? time * 1000 + 999 : time;
    }
}
