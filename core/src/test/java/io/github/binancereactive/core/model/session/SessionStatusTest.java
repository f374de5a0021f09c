/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionStatusTest {

    private static SessionStatus of(String apiKey) {
        Instant since = apiKey == null ? null : Instant.EPOCH;
        return new SessionStatus(apiKey, since, Instant.EPOCH, false, Instant.EPOCH, null);
    }

    @Test
    void neverShowsTheKey() {
        assertThat(of("canary").toString()).contains("apiKey=redacted").doesNotContain("canary");
        assertThat(of(null).toString()).contains("apiKey=none");
    }

    @Test
    void knowsWhetherAKeyIsLoggedOn() {
        assertThat(of("canary").loggedOn()).isTrue();
        assertThat(of(null).loggedOn()).isFalse();
    }
}
