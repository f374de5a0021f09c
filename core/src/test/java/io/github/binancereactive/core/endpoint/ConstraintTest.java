/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the value of one parameter must be like. */
class ConstraintTest {

    private static final Parameter NUMBER = Parameter.number("n");
    private static final Parameter DECIMAL = Parameter.decimal("d");

    private static void assertRefused(Parameter parameter, Object value, String rule) {
        assertThatThrownBy(() -> parameter.normalise(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + parameter.name() + "' " + rule);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 999, 1000})
    void withinBounds(int value) {
        assertThat(NUMBER.between(1, 1000).normalise(value)).isEqualTo((long) value);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1001, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void outOfBounds(long value) {
        assertRefused(NUMBER.between(1, 1000), value, "must be from 1 to 1000");
    }

    @Test
    void boundsOfDecimalsAreExact() {
        Parameter parameter = DECIMAL.between(0, 60_000);

        assertThat(parameter.normalise(new BigDecimal("60000.000"))).isEqualTo(new BigDecimal("60000.000"));
        assertRefused(parameter, new BigDecimal("60000.000000001"), "must be from 0 to 60000");
        assertRefused(parameter, new BigDecimal("-0.000000001"), "must be from 0 to 60000");
    }

    @Property
    void boundsAreTheirNumbers(@ForAll int value, @ForAll int one, @ForAll int other) {
        Parameter parameter = NUMBER.between(Math.min(one, other), Math.max(one, other));
        boolean within = value >= Math.min(one, other) && value <= Math.max(one, other);

        if (within) {
            assertThat(parameter.normalise(value)).isEqualTo((long) value);
        } else {
            assertThatThrownBy(() -> parameter.normalise(value)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void moreThanZero() {
        assertThat(NUMBER.positive().normalise(1)).isEqualTo(1L);
        assertThat(DECIMAL.positive().normalise(new BigDecimal("0.00000001"))).isEqualTo(new BigDecimal("0.00000001"));
        assertRefused(NUMBER.positive(), 0, "must be more than zero");
        assertRefused(DECIMAL.positive(), new BigDecimal("0.00"), "must be more than zero");
        assertRefused(DECIMAL.positive(), new BigDecimal("-1"), "must be more than zero");
    }

    @Test
    void notNegative() {
        assertThat(NUMBER.notNegative().normalise(0)).isEqualTo(0L);
        assertThat(DECIMAL.notNegative().normalise(BigDecimal.ZERO)).isEqualTo(BigDecimal.ZERO);
        assertRefused(NUMBER.notNegative(), -1, "must not be negative");
        assertRefused(DECIMAL.notNegative(), new BigDecimal("-0.1"), "must not be negative");
    }

    @ParameterizedTest
    @CsvSource({"1,true", "1.123,true", "1.1230000,true", "1e9,true", "1.1234,false", "0.0001,false"})
    void decimalPlaces(BigDecimal value, boolean admitted) {
        Parameter parameter = DECIMAL.where(new Constraint.DecimalPlaces(3));

        if (admitted) {
            assertThat(parameter.normalise(value)).isEqualTo(value);
        } else {
            assertRefused(parameter, value, "must not have more than 3 decimal places");
        }
    }

    @Test
    void aFormIsForTheWholeText() {
        Parameter parameter = Parameter.string("s").matching("[a-z]{1,3}");

        assertThat(parameter.normalise("abc")).isEqualTo("abc");
        assertRefused(parameter, "abcd", "must match [a-z]{1,3}");
        assertRefused(parameter, "a\n", "must match [a-z]{1,3}");
        assertRefused(Parameter.string("s").matching("[a-z]", "must be a letter"), "1", "must be a letter");
    }

    @Test
    void notTooManyNames() {
        Parameter parameter = Parameter.strings("s").atMost(2);

        assertThat(parameter.normalise(List.of("A", "B"))).isEqualTo(List.of("A", "B"));
        assertRefused(parameter, List.of("A", "B", "C"), "must not name more than 2");
        assertRefused(parameter, IntStream.range(0, 1000).mapToObj(i -> "S" + i).toList(), "must not name more than 2");
    }

    @Test
    void allConstraintsHoldAndTheTypeComesFirst() {
        Parameter parameter = NUMBER.between(0, 10).positive();

        assertRefused(parameter, 11, "must be from 0 to 10");
        assertRefused(parameter, 0, "must be more than zero");
        assertRefused(parameter, "5", "must be a Long, not a String");
        assertRefused(parameter, new BigDecimal(5), "must be a Long, not a BigDecimal");
        assertRefused(parameter, 5.0, "must be a Long, not a Double");
    }

    @Test
    void eachCopyLeavesTheFirstAsItWas() {
        Parameter plain = NUMBER;
        Parameter bounded = plain.between(1, 2);

        assertThat(plain.constraints()).isEmpty();
        assertThat(bounded.required().constraints())
                .isEqualTo(bounded.constraints())
                .hasSize(1);
        assertThat(bounded.required().mandatory()).isTrue();
        assertThat(bounded.mandatory()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-21T00:00:00Z,            1784592000000",
        "2026-07-21T00:00:00.123Z,        1784592000123",
        "2026-07-21T00:00:00.123456Z,     1784592000123456",
        "2026-07-21T00:00:00.000001Z,     1784592000000001",
        "2026-07-21T00:00:00.123456999Z,  1784592000123456",
        "2026-07-21T00:00:00.000000999Z,  1784592000000",
        "1970-01-01T00:00:00Z,            0",
        "1973-03-03T09:46:39.999999Z,     99999999999",
        "1973-03-03T09:46:40.000001Z,     100000000000001",
        "5138-11-16T09:46:39.999Z,        99999999999999",
    })
    void timesAreMillisecondsOrIfFinerMicroseconds(Instant time, long wire) {
        assertThat(NUMBER.normalise(time)).isEqualTo(wire);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1969-12-31T23:59:59.999Z",
                "5138-11-16T09:46:40Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void timesThatTheExchangeWouldMistake(Instant time) {
        assertRefused(NUMBER, time, "must be a time from 1970 to 5138");
    }

    @Property
    void timesComeBackToTheMicrosecond(
            @ForAll @LongRange(min = 100_000_000, max = 99_999_999_999L) long seconds,
            @ForAll @IntRange(max = 999_999_999) int nanos) {
        Instant time = Instant.ofEpochSecond(seconds, nanos);

        assertThat(WireTime.instant(WireTime.of(time))).isEqualTo(time.truncatedTo(ChronoUnit.MICROS));
    }
}
