/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostPreferenceTest {

    private static final URI A = URI.create("https://a");
    private static final URI B = URI.create("https://b");
    private static final URI C = URI.create("https://c");
    private static final List<URI> HOSTS = List.of(A, B, C);
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void beginsWithTheOrderOfTheConfiguration() {
        assertThat(HostPreference.NONE.isEmpty()).isTrue();
        assertThat(HostPreference.NONE.order(HOSTS, NOW)).containsExactly(A, B, C);
    }

    @Test
    void putsAHostThatFailedLastUntilItsPauseIsOver() {
        HostPreference preference = HostPreference.NONE.failed(A, NOW.plusSeconds(30));

        assertThat(preference.order(HOSTS, NOW)).containsExactly(B, C, A);
        assertThat(preference.order(HOSTS, NOW.plusSeconds(29))).containsExactly(B, C, A);
        assertThat(preference.order(HOSTS, NOW.plusSeconds(30))).containsExactly(A, B, C);
    }

    @Test
    void asksTheHostFirstWhoseFailureIsLongestAgo() {
        HostPreference preference = HostPreference.NONE
                .failed(B, NOW.plusSeconds(10))
                .failed(C, NOW.plusSeconds(30))
                .failed(A, NOW.plusSeconds(20));

        assertThat(preference.order(HOSTS, NOW)).containsExactly(B, A, C);
    }

    @Test
    void forgetsTheFailureOfAHostThatAnswers() {
        HostPreference preference =
                HostPreference.NONE.failed(A, NOW.plusSeconds(30)).failed(B, NOW.plusSeconds(30));

        assertThat(preference.answered(A).order(HOSTS, NOW)).containsExactly(A, C, B);
        assertThat(preference.answered(A).answered(B).isEmpty()).isTrue();
        assertThat(preference.answered(C)).isSameAs(preference);
    }

    @Test
    void knowsOfHostsThatAListDoesNotHave() {
        HostPreference preference = HostPreference.NONE.failed(C, NOW.plusSeconds(30));

        assertThat(preference.order(List.of(B, A), NOW)).containsExactly(B, A);
    }
}
