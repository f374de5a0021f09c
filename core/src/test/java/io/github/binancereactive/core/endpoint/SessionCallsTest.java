/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionCallsTest {

    private static Stream<String> names(Predicate<Endpoint<?>> which) {
        return SessionEndpoints.ALL.stream().filter(which).map(Endpoint::name);
    }

    @Test
    void allAreOnTheWebSocketApiOnly() {
        assertThat(SessionEndpoints.ALL).hasSize(7).allSatisfy(endpoint -> {
            assertThat(endpoint.path()).isNull();
            assertThat(endpoint.verb()).isNull();
            assertThat(endpoint.weight().weightOf(Call.of(endpoint))).isEqualTo(2);
        });
    }

    @Test
    void onlyWhatIsBoundToNoConnectionIsRepeatedOnAnother() {
        assertThat(names(Endpoint::repeatable))
                .containsExactly("session.logon", "session.status", "session.logout", "session.subscriptions");
    }

    @Test
    void whatTheSessionAuthorizesIsNotSigned() {
        assertThat(names(Endpoint::needsLogon)).containsExactly("userDataStream.subscribe");
        assertThat(names(endpoint -> endpoint.security().signed()))
                .containsExactly("session.logon", "userDataStream.subscribe", "userDataStream.subscribe.signature");
    }

    @Test
    void aSubscriptionHasANumberOfSixteenBits() {
        Call<Void> all = Call.of(SessionEndpoints.UNSUBSCRIBE);

        assertThat(all.complete().parameters()).isEmpty();
        assertThat(all.with("subscriptionId", 65_535).parameters()).containsEntry("subscriptionId", 65_535L);
        assertThatThrownBy(() -> all.with("subscriptionId", -1))
                .hasMessage("userDataStream.unsubscribe: 'subscriptionId' must be from 0 to 65535");
    }
}
