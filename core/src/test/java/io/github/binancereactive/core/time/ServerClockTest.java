/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ServerClockTest {

    private static final Instant START = Instant.parse("2026-07-21T00:00:00Z");

    private final ServerClock clock = ServerClock.over(Clock.fixed(START, ZoneOffset.UTC), Duration.ofMinutes(10));

    private void observe(long atMillis, long roundTripMillis, long offsetMillis) {
        Instant sent = START.plusMillis(atMillis);
        Instant received = sent.plusMillis(roundTripMillis);
        clock.observe(sent, sent.plusMillis(roundTripMillis / 2 + offsetMillis), received);
    }

    @Test
    void agreesWithTheLocalClockAtFirst() {
        assertThat(clock.now()).isEqualTo(START);
        assertThat(clock.offset()).isZero();
        assertThat(clock.uncertainty()).isEmpty();
    }

    @Test
    void takesTheMiddleOfTheRoundTrip() {
        observe(0, 100, 5000);

        assertThat(clock.offset()).isBetween(Duration.ofMillis(5000), Duration.ofMillis(5001));
        assertThat(clock.now()).isEqualTo(START.plus(clock.offset()));
        assertThat(clock.uncertainty())
                .hasValueSatisfying(
                        uncertainty -> assertThat(uncertainty).isBetween(Duration.ofMillis(50), Duration.ofMillis(51)));
    }

    @Test
    void trustsTheShortestRoundTripOfTheWindow() {
        observe(0, 100, 0);
        observe(1000, 10, 3);
        observe(2000, 400, -100);

        assertThat(clock.offset()).isBetween(Duration.ofMillis(3), Duration.ofMillis(4));
    }

    @Test
    void forgetsWhatIsOlderThanTheWindow() {
        observe(0, 10, 3);
        observe(600_000, 400, 100);

        assertThat(clock.offset()).isBetween(Duration.ofMillis(100), Duration.ofMillis(101));
    }

    @Test
    void startsAnewWhenAClockWasSet() {
        observe(0, 10, 0);
        observe(1000, 20, 60_000);

        assertThat(clock.offset()).isBetween(Duration.ofMillis(60_000), Duration.ofMillis(60_001));
    }

    @Test
    void ignoresARoundTripThatEndsBeforeItBegins() {
        clock.observe(START, START.plusSeconds(9), START.minusMillis(1));

        assertThat(clock.offset()).isZero();
    }

    @Test
    void staysSmall() {
        RoundTrips roundTrips = RoundTrips.none(Duration.ofDays(1));
        for (int i = 1; i < 1000; i++) { // each slower than the one before: none is made void by the next
            Instant received = START.plusMillis(i);
            roundTrips = roundTrips.with(RoundTrip.of(received.minusMillis(i), received.minusMillis(i / 2), received));
        }
        assertThat(roundTrips.candidates()).hasSizeLessThanOrEqualTo(32);
        assertThat(roundTrips.best()).isEqualTo(roundTrips.candidates().get(0));
    }

    @Test
    void refusesAWindowOfNoLength() {
        assertThatThrownBy(() -> ServerClock.over(Clock.systemUTC(), Duration.ZERO))
                .hasMessage("window must be positive, not PT0S");
    }

    /** Whatever the network does, the true offset is where the clock says it can be. */
    @Property
    void neverClaimsToKnowMoreThanItDoes(
            @ForAll @LongRange(min = -10_000_000, max = 10_000_000) long offsetMicros,
            @ForAll boolean microseconds,
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 1 << 24) Integer> delays) {
        ServerClock clock = ServerClock.over(Clock.fixed(START, ZoneOffset.UTC)); // its own for every try
        Duration offset = Duration.of(offsetMicros, ChronoUnit.MICROS);
        Instant sent = START;
        for (int delay : delays) {
            Instant stamped = sent.plus(delay & 0xFFF, ChronoUnit.MICROS);
            Instant received = stamped.plus(delay >> 12, ChronoUnit.MICROS);
            Instant serverTime = stamped.plus(offset);
            clock.observe(sent, microseconds ? serverTime : serverTime.truncatedTo(ChronoUnit.MILLIS), received);
            sent = received.plusMillis(7);
        }
        assertThat(clock.offset().minus(offset).abs())
                .isLessThanOrEqualTo(clock.uncertainty().orElseThrow());
    }
}
