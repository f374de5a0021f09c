/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ConnectionLimitTest {

    private static final Instant START = Instant.parse("2026-07-21T00:00:00Z");
    private static final Duration WINDOW = Duration.ofMillis(100);

    @Property
    void neverLetsMoreThanTheLimitIntoAnyWindow(
            @ForAll @IntRange(min = 1, max = 5) int limit,
            @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> pauses) {
        ConnectionLimit connections = new ConnectionLimit(limit, WINDOW);
        List<Instant> made = new ArrayList<>();
        Instant now = START;
        for (int pause : pauses) {
            now = now.plusMillis(pause);
            if (connections.acquire(now).isZero()) {
                made.add(now);
            }
        }
        for (int i = 0; i + limit < made.size(); i++) {
            assertThat(Duration.between(made.get(i), made.get(i + limit))).isGreaterThanOrEqualTo(WINDOW);
        }
    }

    @Property
    void whoeverWaitsAsToldGetsThePermitAndNobodyWaitsForNothing(
            @ForAll @IntRange(min = 1, max = 5) int limit,
            @ForAll @Size(max = 60) List<@IntRange(max = 40) Integer> pauses) {
        ConnectionLimit connections = new ConnectionLimit(limit, WINDOW);
        List<Instant> made = new ArrayList<>();
        Instant now = START;
        for (int pause : pauses) {
            now = now.plusMillis(pause);
            Duration wait = connections.acquire(now);
            if (!wait.isZero()) {
                assertThat(wait).isLessThanOrEqualTo(WINDOW);
                assertThat(connections.acquire(now.plus(wait).minusNanos(1))).isEqualTo(Duration.ofNanos(1));
                now = now.plus(wait);
                assertThat(connections.acquire(now)).isZero();
                Instant before = made.get(made.size() - limit);
                assertThat(now).isEqualTo(before.plus(WINDOW)); // not a moment later than needed
            }
            made.add(now);
        }
    }

    @Test
    void refusalsCostNothing() {
        ConnectionLimit connections = new ConnectionLimit(1, WINDOW);
        connections.acquire(START);
        for (int i = 0; i < 1000; i++) {
            assertThat(connections.acquire(START.plusMillis(50))).isEqualTo(Duration.ofMillis(50));
        }
        assertThat(connections.acquire(START.plusMillis(100))).isZero();
    }

    @Property
    void aClockThatIsSetBackBlocksForOneWindowAtMost(
            @ForAll @IntRange(min = 1, max = 5) int limit,
            @ForAll @Size(max = 40) List<@IntRange(min = -5000, max = 40) Integer> steps) {
        ConnectionLimit connections = new ConnectionLimit(limit, WINDOW);
        Instant now = START;
        for (int step : steps) {
            now = now.plusMillis(step);
            assertThat(connections.acquire(now)).isBetween(Duration.ZERO, WINDOW);
        }
    }

    @Test
    void theExchangeTakesThreeHundredInFiveMinutes() {
        ConnectionLimit connections = ConnectionLimit.ofExchange();
        for (int i = 0; i < 300; i++) {
            assertThat(connections.acquire(START)).isZero();
        }
        assertThat(connections.acquire(START)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void refusesLimitsThatMakeNoSense() {
        assertThatThrownBy(() -> new ConnectionLimit(0, WINDOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConnectionLimit(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
