/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2023-11-14T22:13:20Z,              1700000000000",
        "2023-11-14T22:13:20.001Z,          1700000000001",
        "2023-11-14T22:13:20.000001Z,       1700000000000001",
        "2023-11-14T22:13:20.000001999Z,    1700000000000001",
        "1970-01-01T00:00:00Z,              0",
        "1970-01-01T00:00:00.0005Z,         0",
        "1973-03-03T09:46:40.000001Z,       100000000000001",
    })
    void takesMicrosecondsWhereThereAreAny(Instant time, long wire) {
        assertThat(WireTime.of(time)).isEqualTo(wire);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-11-14T22:13:20Z,              1700000000000000",
        "2023-11-14T22:13:20.000001999Z,    1700000000000001",
        "1969-12-31T23:59:59.999Z,          -1",
        "1970-01-01T00:00:00.0005Z,         0",
        "1973-03-03T09:46:39.999999Z,       99999999999",
        "1973-03-03T09:46:40Z,              100000000000000",
    })
    void tellsMicrosecondsWhereTheyAreUnderstood(Instant time, long wire) {
        assertThat(WireTime.microsOf(time)).isEqualTo(wire);
    }

    @Property
    void whatIsWrittenReadsTheSame(
            @ForAll @LongRange(min = 100_000_000_000_001L, max = 9_999_999_999_999_999L) long micros) {
        Instant time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);

        assertThat(WireTime.instant(WireTime.of(time))).isEqualTo(time);
    }
}
