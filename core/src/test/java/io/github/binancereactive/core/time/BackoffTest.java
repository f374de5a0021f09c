/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({
        "-1,250",
        "0,250",
        "1,250",
        "2,500",
        "3,1000",
        "7,16000",
        "8,30000",
        "9,30000",
        "64,30000",
        "2147483647,30000"
    })
    void doublesUpToTheCap(int attempt, long millis) {
        Backoff backoff = Backoff.exponential(Duration.ofMillis(250), Duration.ofSeconds(30));

        assertThat(backoff.before(attempt)).isEqualTo(Duration.ofMillis(millis));
    }

    @Property
    void neverShrinksAndNeverExceedsTheCap(
            @ForAll @LongRange(min = 1) long first, @ForAll @LongRange(min = 1) long cap, @ForAll int attempt) {
        Duration highest = Duration.ofNanos(Math.max(first, cap));
        Backoff backoff = Backoff.exponential(Duration.ofNanos(first), highest);
        int next = attempt == Integer.MAX_VALUE ? attempt : attempt + 1;

        assertThat(backoff.before(attempt)).isBetween(Duration.ofNanos(first), highest);
        assertThat(backoff.before(next)).isGreaterThanOrEqualTo(backoff.before(attempt));
    }

    @Property
    void jitterStaysBetweenZeroAndTheFullWait(@ForAll @LongRange(min = 0) long nanos, @ForAll long seed) {
        Backoff backoff = Backoff.fixed(Duration.ofNanos(nanos)).fullJitter(new Random(seed));

        assertThat(backoff.before(1)).isBetween(Duration.ZERO, Duration.ofNanos(nanos));
    }

    @Test
    void refusesWaitsThatMakeNoSense() {
        assertThatThrownBy(() -> Backoff.fixed(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Backoff.exponential(Duration.ZERO, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Backoff.exponential(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
