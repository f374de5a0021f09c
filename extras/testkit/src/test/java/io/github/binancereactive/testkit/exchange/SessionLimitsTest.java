/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.account.SimulatedKey;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many accounts' events one connection can have. */
class SessionLimitsTest {

    private static final SimulatedKey KEY = SimulatedKey.hmac("limits");

    private final List<String> events = new ArrayList<>();
    private final Session session = new Session(0, true, TimestampUnit.MILLISECOND, events::add);

    private static SimulatedAccount account(int number) {
        return SimulatedAccount.of("account" + number, KEY);
    }

    @Test
    void aThousandAtOnce() {
        IntStream.range(0, 1000)
                .forEach(i -> assertThat(session.subscribe(account(i), false)).isEqualTo(i));

        assertThatThrownBy(() -> session.subscribe(account(1000), false))
                .isInstanceOfSatisfying(
                        ExchangeError.class, error -> assertThat(error.code()).isEqualTo(-1191))
                .hasMessageContaining("'1000'");
        session.unsubscribe(7);
        assertThat(session.subscribe(account(1000), false)).isEqualTo(1000);
        session.tell("account1000", unit -> Json.object().put("e", "x"));
        assertThat(events).containsExactly("{\"subscriptionId\":1000,\"event\":{\"e\":\"x\"}}");
    }

    @Test
    void sixtyFiveThousandInItsLife() {
        for (int i = 0; i < 65_535; i++) {
            assertThat(session.subscribe(account(0), true)).isEqualTo(i);
            session.unsubscribe(i);
        }

        assertThatThrownBy(() -> session.subscribe(account(0), true))
                .isInstanceOfSatisfying(
                        ExchangeError.class, error -> assertThat(error.code()).isEqualTo(-2042))
                .hasMessage("Maximum subscription ID reached for this connection.");
    }
}
