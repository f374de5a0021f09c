/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.ws.api.TestKey;
import io.github.binancereactive.ws.user.UserDataSignal.Cause;
import io.github.binancereactive.ws.user.UserDataSignal.Subscribed;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many accounts on one connection go over to another one, and share what that takes. */
class ManyAccountsTest extends UserDataTestCase {

    private static final int ACCOUNTS = 100;

    private final List<Listener<UserDataSignal>> listeners = IntStream.range(0, ACCOUNTS)
            .mapToObj(i -> Listener.of(userData()
                    .account(TestKey.hmac("account-" + i).credentials())
                    .signals()))
            .toList();

    private long pings(int connection) {
        return exchange.connection(connection).wire().stream()
                .filter("PING"::equals)
                .count();
    }

    private void assertAllOn(long connection) {
        assertThat(listeners)
                .allSatisfy(listener -> assertThat(listener.others())
                        .last()
                        .isInstanceOfSatisfying(Subscribed.class, told -> {
                            assertThat(told.cause()).isEqualTo(Cause.ROTATED);
                            assertThat(told.connection()).isEqualTo(connection);
                        }));
    }

    @Test
    void onePingIsEnoughForAll() {
        answerPings(1);
        rotate();
        pass(OVERLAP.minusMillis(1));
        assertThat(exchange.connection(1).isOpen()).isTrue();
        pass(Duration.ofMillis(1));
        assertAllOn(2);
        assertThat(pings(1)).isEqualTo(1);
        assertThat(exchange.connection(1).isOpen()).isFalse();
        for (int i = 0; i < ACCOUNTS; i++) {
            deposit(2, i, i);
            assertThat(listeners.get(i).numbers()).containsExactly(i);
        }
        assertThat(userData().statistics().gaps()).isZero();
    }

    @Test
    void thoseThatComeLateSharePingsThatAreSentAfterwards() {
        answerPings(1);
        holdBack(BY_SIGNATURE);
        rotate();
        pass(Duration.ofSeconds(5)); // the connection doesn't wait for them any longer
        for (int i = 0; i < ACCOUNTS; i++) {
            give(held());
            pass(Duration.ofMillis(10));
        }
        pass(OVERLAP.plusMillis(250));
        assertAllOn(2);
        assertThat(pings(1)).isBetween(2L, 5L);
        assertThat(userData().statistics().gaps()).isZero();
    }

    @Test
    void withoutAPongTheyWaitForTheEndOfTheConnection() {
        rotate();
        pass(OVERLAP.multipliedBy(3));
        assertThat(listeners)
                .allSatisfy(listener -> assertThat(listener.kinds()).containsExactly(Subscribed.class));
        assertThat(pings(1)).isEqualTo(1);
        deposit(1, 7, 1);
        deposit(2, 7, 1, 2);
        assertThat(listeners.get(7).numbers()).containsExactly(1);
        pass(Duration.ofSeconds(15));
        assertThat(exchange.connection(1).isOpen()).isFalse();
        assertThat(listeners.get(7).numbers()).containsExactly(1, 2);
    }

    @Test
    void eachKeepsItsOwnOverlap() {
        Listener<UserDataSignal> patient = Listener.of(userData()
                .account(TestKey.hmac("patient").credentials())
                .withOverlap(OVERLAP.multipliedBy(2))
                .signals());
        answerPings(1);
        rotate();
        pass(OVERLAP);
        assertAllOn(2);
        assertThat(patient.kinds()).containsExactly(Subscribed.class);
        pass(OVERLAP);
        assertThat(patient.kinds()).containsExactly(Subscribed.class, Subscribed.class);
        assertThat(pings(1)).isEqualTo(1);
    }
}
