/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.market.KlineInterval;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Where klines of an interval begin. Times are in microseconds since the epoch.
 *
 * @param interval the interval
 * @param offset the time zone in which they begin
 */
record KlineCalendar(KlineInterval interval, ZoneOffset offset) {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long DAY = Duration.ofDays(1).toSeconds();

    /** The epoch was a Thursday; weeks begin on Monday. */
    private static final long FIRST_MONDAY = 4 * DAY;

    /** The opening of the kline that a moment is in. */
    long openOf(long micros) {
        if (interval == KlineInterval.ONE_MONTH) {
            return micros(month(micros));
        }
        long length = seconds() * MICROS_PER_SECOND;
        long shift = origin() * MICROS_PER_SECOND;
        return Math.floorDiv(micros - shift, length) * length + shift;
    }

    long next(long open) {
        return interval == KlineInterval.ONE_MONTH
                ? micros(month(open).plusMonths(1))
                : open + seconds() * MICROS_PER_SECOND;
    }

    private OffsetDateTime month(long micros) {
        return Instant.EPOCH
                .plus(micros, ChronoUnit.MICROS)
                .atOffset(offset)
                .truncatedTo(ChronoUnit.DAYS)
                .withDayOfMonth(1);
    }

    private static long micros(OffsetDateTime time) {
        return time.toEpochSecond() * MICROS_PER_SECOND;
    }

    private long origin() {
        return (interval == KlineInterval.ONE_WEEK ? FIRST_MONDAY : 0) - offset.getTotalSeconds();
    }

    private long seconds() {
        return switch (interval) {
            case ONE_SECOND -> 1;
            case ONE_MINUTE -> 60;
            case THREE_MINUTES -> 180;
            case FIVE_MINUTES -> 300;
            case FIFTEEN_MINUTES -> 900;
            case THIRTY_MINUTES -> 1800;
            case ONE_HOUR -> 3600;
            case TWO_HOURS -> 7200;
            case FOUR_HOURS -> 14_400;
            case SIX_HOURS -> 21_600;
            case EIGHT_HOURS -> 28_800;
            case TWELVE_HOURS -> 43_200;
            case ONE_DAY -> DAY;
            case THREE_DAYS -> 3 * DAY;
            case ONE_WEEK -> 7 * DAY;
            case ONE_MONTH -> throw new IllegalStateException("months differ");
        };
    }
}
