/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimiterTest {

    private static final String IP = "127.0.0.1";
    private static final long MINUTE = 60_000;
    private static final SimulatedLimits LIMITS =
            new SimulatedLimits(10, 20, 3, 100, 200, 2, Duration.ofMinutes(2), Duration.ofMinutes(5), 5, 1024);

    private final RateLimiter limiter = new RateLimiter(LIMITS);

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "59999, 0", "60000, 60000", "83456, 60000", "120000, 120000", "-1, -60000"})
    void windowsStartOnTheClock(long now, long start) {
        assertThat(LimitWindow.of(1, Duration.ofMinutes(1)).at(now).startMillis())
                .isEqualTo(start);
    }

    @Test
    void weightIsForgottenWhenTheMinuteEnds() {
        assertThat(limiter.request(IP, 7, MINUTE + 59_999)).isNull();
        assertThat(limiter.usedWeight(IP, MINUTE + 59_999)).isEqualTo(7);

        assertThat(limiter.usedWeight(IP, 2 * MINUTE)).isZero();
        assertThat(limiter.request(IP, 10, 2 * MINUTE)).isNull();
    }

    @Test
    void overTheWeightIs429UntilTheMinuteEnds() {
        limiter.request(IP, 10, 23_456);

        ExchangeError error = limiter.request(IP, 1, 23_457);

        assertThat(error).isNotNull();
        assertThat(error.status()).isEqualTo(429);
        assertThat(error.code()).isEqualTo(-1003);
        assertThat(error)
                .hasMessage("Too much request weight used; current limit is 10 request weight per 1 MINUTE."
                        + " Please use WebSocket Streams for live updates to avoid polling the API.");
        assertThat(error.retryAfterSeconds()).isEqualTo(37);
        assertThat(error.webSocketJson()).endsWith(",\"data\":{\"serverTime\":23457,\"retryAfter\":60000}}");
    }

    @Test
    void otherAddressesAreNotConcerned() {
        limiter.request(IP, 11, 0);

        assertThat(limiter.request("127.0.0.2", 10, 0)).isNull();
    }

    @Test
    void rawRequestsAreCountedOverFiveMinutes() {
        for (int i = 0; i < 20; i++) {
            assertThat(limiter.request(IP, 0, i * 14_000L)).isNull();
        }

        assertThat(limiter.request(IP, 0, 299_000)).hasMessage("Too many requests queued.");
        assertThat(limiter.request(IP, 0, 300_000)).isNull();
    }

    @Test
    void goingOnAfter429IsABanThatGrows() {
        limiter.request(IP, 10, 0);
        assertThat(statusOfRequest(1)).isEqualTo(429);
        assertThat(statusOfRequest(2)).isEqualTo(429);
        assertThat(statusOfRequest(3)).isEqualTo(429);

        ExchangeError ban = limiter.request(IP, 1, 4);
        assertThat(ban).isNotNull();
        assertThat(ban.status()).isEqualTo(418);
        assertThat(ban).hasMessageContaining("IP banned until " + (4 + 2 * MINUTE) + ".");
        assertThat(statusOfRequest(2 * MINUTE)).isEqualTo(418);
        assertThat(statusOfRequest(2 * MINUTE + 4)).isEqualTo(200);

        assertThat(banAt(10 * MINUTE)).isEqualTo(4 * MINUTE);
        assertThat(banAt(20 * MINUTE)).isEqualTo(5 * MINUTE);
        assertThat(banAt(30 * MINUTE)).isEqualTo(5 * MINUTE);
    }

    @Test
    void stoppingAfter429ForgivesTheRefusals() {
        limiter.request(IP, 10, 0);
        assertThat(statusOfRequest(1)).isEqualTo(429);
        assertThat(statusOfRequest(2)).isEqualTo(429);

        assertThat(statusOfRequest(MINUTE)).isEqualTo(200);
        limiter.request(IP, 9, MINUTE + 1);
        assertThat(statusOfRequest(MINUTE + 2)).isEqualTo(429);
        assertThat(statusOfRequest(MINUTE + 3)).isEqualTo(429);
        assertThat(statusOfRequest(MINUTE + 4)).isEqualTo(429);
        assertThat(statusOfRequest(MINUTE + 5)).isEqualTo(418);
    }

    @Test
    void connectingCostsTwoAndIsCountedOverFiveMinutes() {
        assertThat(limiter.connection(IP, 2, 0)).isNull();
        assertThat(limiter.usedWeight(IP, 0)).isEqualTo(2);
        limiter.connection(IP, 2, MINUTE);
        limiter.connection(IP, 2, 2 * MINUTE);

        ExchangeError error = limiter.connection(IP, 2, 4 * MINUTE);

        assertThat(error).isNotNull();
        assertThat(error.status()).isEqualTo(429);
        assertThat(error.retryAfterSeconds()).isEqualTo(60);
        assertThat(limiter.request(IP, 1, 4 * MINUTE)).as("requests go on").isNull();
        assertThat(limiter.connection(IP, 2, 5 * MINUTE)).isNull();
    }

    @Test
    void theShortWayCountsAndNeverRefuses() {
        assertThat(limiter.countOne(IP, 0)).isEqualTo(1);
        limiter.request(IP, 8, 0);
        assertThat(limiter.countOne(IP, 0)).isEqualTo(10);

        assertThat(limiter.countOne(IP, 0)).isEqualTo(-1);
        assertThat(limiter.usedWeight(IP, 0)).as("left to the long way").isEqualTo(10);
    }

    private int statusOfRequest(long now) {
        ExchangeError error = limiter.request(IP, 1, now);
        return error == null ? 200 : error.status();
    }

    /** Earns a ban at that time; how long it is. */
    private long banAt(long now) {
        limiter.request(IP, 10, now);
        ExchangeError last = null;
        for (int i = 0; i < 4; i++) {
            last = limiter.request(IP, 1, now);
        }
        assertThat(last).isNotNull();
        assertThat(last.status()).isEqualTo(418);
        Long seconds = last.retryAfterSeconds();
        assertThat(seconds).isNotNull();
        return seconds * 1000;
    }
}
