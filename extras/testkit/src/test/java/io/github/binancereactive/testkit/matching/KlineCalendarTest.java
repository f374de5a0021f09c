/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.market.KlineInterval;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KlineCalendarTest {

    private static long micros(String time) {
        return Instant.parse(time).toEpochMilli() * 1000;
    }

    @ParameterizedTest
    @CsvSource({
        "ONE_SECOND, Z, 2023-11-14T22:13:20Z, 2023-11-14T22:13:21Z",
        "FIFTEEN_MINUTES, Z, 2023-11-14T22:00:00Z, 2023-11-14T22:15:00Z",
        "FOUR_HOURS, Z, 2023-11-14T20:00:00Z, 2023-11-15T00:00:00Z",
        "FOUR_HOURS, +05:45, 2023-11-14T18:15:00Z, 2023-11-14T22:15:00Z",
        "ONE_DAY, Z, 2023-11-14T00:00:00Z, 2023-11-15T00:00:00Z",
        "ONE_DAY, +08:00, 2023-11-14T16:00:00Z, 2023-11-15T16:00:00Z",
        "ONE_DAY, -12:00, 2023-11-14T12:00:00Z, 2023-11-15T12:00:00Z",
        "ONE_WEEK, Z, 2023-11-13T00:00:00Z, 2023-11-20T00:00:00Z",
        "ONE_WEEK, +01:00, 2023-11-12T23:00:00Z, 2023-11-19T23:00:00Z",
        "ONE_MONTH, Z, 2023-11-01T00:00:00Z, 2023-12-01T00:00:00Z",
        "ONE_MONTH, -01:00, 2023-11-01T01:00:00Z, 2023-12-01T01:00:00Z",
    })
    void opensInItsTimeZone(KlineInterval interval, String offset, String open, String next) {
        KlineCalendar calendar = new KlineCalendar(interval, ZoneOffset.of(offset));
        long opening = calendar.openOf(micros("2023-11-14T22:13:20.123Z"));
        assertThat(opening).isEqualTo(micros(open));
        assertThat(calendar.next(opening)).isEqualTo(micros(next));
    }

    /** Every moment is in exactly one kline. */
    @Property(tries = 500)
    void klinesFollowEachOther(
            @ForAll KlineInterval interval,
            @ForAll @IntRange(min = -720, max = 840) int offsetMinutes,
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000_000L) long micros) {
        KlineCalendar calendar = new KlineCalendar(interval, ZoneOffset.ofTotalSeconds(offsetMinutes * 60));
        long open = calendar.openOf(micros);
        long next = calendar.next(open);

        assertThat(micros).isBetween(open, next - 1);
        assertThat(calendar.openOf(open)).isEqualTo(open);
        assertThat(calendar.openOf(next - 1)).isEqualTo(open);
        assertThat(calendar.openOf(next)).isEqualTo(next);
    }
}
