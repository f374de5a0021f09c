/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.limit.ConnectionLimit;
import io.github.binancereactive.core.time.Backoff;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionOptionsTest {

    private final SessionOptions defaults = SessionOptions.defaults();

    @Test
    void aCopyLosesAndMixesUpNothing() {
        // All values differ, so that two components of one type can't be mistaken for each other.
        SessionOptions original = new SessionOptions(
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofHours(4),
                Duration.ofSeconds(5),
                Duration.ofSeconds(6),
                Duration.ofSeconds(7),
                Backoff.fixed(Duration.ZERO),
                ConnectionLimit.ofExchange(),
                new Random(1));
        OptionsCopies.assertEachChangesOneComponent(
                original,
                Map.of(
                        "openTimeout", Duration.ofSeconds(11),
                        "prepareTimeout", Duration.ofSeconds(12),
                        "silenceTimeout", Duration.ofSeconds(13),
                        "rotationAge", Duration.ofHours(14),
                        "rotationJitter", Duration.ofSeconds(15),
                        "drainTimeout", Duration.ofSeconds(16),
                        "stableAfter", Duration.ofSeconds(17),
                        "backoff", Backoff.fixed(Duration.ofSeconds(18)),
                        "connectionLimit", ConnectionLimit.ofExchange(),
                        "random", new Random(2)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void timeoutsAreMoreThanZero(long millis) {
        Duration none = Duration.ofMillis(millis);
        refuses("openTimeout", options -> options.withOpenTimeout(none));
        refuses("prepareTimeout", options -> options.withPrepareTimeout(none));
        refuses("silenceTimeout", options -> options.withSilenceTimeout(none));
        refuses("rotationAge", options -> options.withRotationAge(none));
        refuses("drainTimeout", options -> options.withDrainTimeout(none));
    }

    @Test
    void theJitterLeavesSomeAge() {
        refuses("rotationJitter", options -> options.withRotationJitter(Duration.ofMillis(-1)));
        refuses("rotationJitter", options -> options.withRotationJitter(options.rotationAge()));
        refuses("rotationJitter", options -> options.withRotationAge(options.rotationJitter()));
    }

    private void refuses(String component, UnaryOperator<SessionOptions> change) {
        assertThatThrownBy(() -> change.apply(defaults))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(component);
    }
}
