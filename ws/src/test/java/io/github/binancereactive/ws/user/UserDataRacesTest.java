/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.session.SocketClose;
import io.github.binancereactive.ws.user.UserDataSignal.Subscribed;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;
import reactor.test.util.RaceTestUtils;

/** What meets on several threads at the same moment. Whatever would be dropped fails the test. */
class UserDataRacesTest extends UserDataTestCase {

    private static final int ROUNDS = 300;

    private static void race(Runnable... actions) {
        RaceTestUtils.race(Schedulers.boundedElastic(), actions);
    }

    @Test
    void whoeverComesWhileTheClientIsDisposedOfIsTold() {
        for (int round = 0; round < ROUNDS; round++) {
            BinanceWebSocketApiClient closing = BinanceWebSocketApiClient.create(options);
            Listener<UserDataSignal> before =
                    Listener.of(BinanceUserDataStream.of(closing).signals());
            AtomicReference<Listener<UserDataSignal>> late = new AtomicReference<>();
            race(
                    closing::dispose,
                    () -> late.set(Listener.of(BinanceUserDataStream.of(closing).signals())),
                    closing::dispose);
            assertThat(before.isComplete()).isTrue();
            assertThat(late.get().isComplete()).isTrue();
            assertThat(BinanceUserDataStream.of(closing).statistics().subscribers())
                    .isZero();
        }
    }

    @Test
    void aSubscriberThatLeavesWhileAnEventComesDisturbsNobody() {
        Listener<UserDataSignal> staying = listen();
        for (int round = 0; round < ROUNDS; round++) {
            int number = round;
            Listener<UserDataSignal> leaving = listen();
            AtomicReference<Listener<UserDataSignal>> coming = new AtomicReference<>();
            race(leaving::cancel, () -> deposit(1, 0, number), () -> coming.set(listen()), leaving::cancel);
            assertThat(coming.get().values().get(0)).isInstanceOf(Subscribed.class);
            coming.get().cancel();
        }
        assertThat(staying.numbers()).hasSize(ROUNDS).isSorted();
        assertThat(userData().statistics().subscribers()).isEqualTo(1);
    }

    @Test
    void demandThatMeetsAnEventGetsIt() {
        Listener<UserDataSignal> slow = Listener.of(userData().signals(), 1);
        for (int round = 0; round < ROUNDS; round++) {
            int number = round;
            race(() -> slow.request(1), () -> deposit(1, 0, number));
        }
        assertThat(slow.numbers()).hasSize(ROUNDS).isSorted();
    }

    @Test
    void bothConnectionsOfARotationLostAtOnce() {
        Listener<UserDataSignal> listener = listen();
        for (int connection = 1; connection < 200; connection += 2) {
            int before = connection;
            deposit(before, 0, before);
            rotate();
            assertThat(exchange.transport().open()).hasSize(2);
            race(
                    () -> exchange.connection(before).fail(SocketClose.lost(null)),
                    () -> deposit(before + 1, 0, before + 1),
                    () -> exchange.connection(before + 1).fail(SocketClose.lost(null)));
            pass(BACKOFF.multipliedBy(4));
            assertThat(exchange.transport().connections()).hasSize(before + 2);
        }
        deposit(201, 0, 201);
        assertThat(listener.numbers()).isSorted().doesNotHaveDuplicates().contains(1, 99, 199, 201);
        assertThat(listener.others()).last().isInstanceOf(Subscribed.class);
    }
}
