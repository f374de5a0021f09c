/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.error.ErrorCode;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.user.BalanceUpdate;
import io.github.binancereactive.testkit.ExchangeSimulatorExtension;
import io.github.binancereactive.testkit.Fault;
import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.account.SimulatedKey;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import io.github.binancereactive.ws.user.UserDataSignal.Event;
import io.github.binancereactive.ws.user.UserDataSignal.Subscribed;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** An exchange that is slow to end subscriptions, or doesn't, or takes a key back. */
class UserDataFaultsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String END = "userDataStream.unsubscribe";

    private final SimulatedAccount account =
            SimulatedAccount.of("holder", SimulatedKey.hmac("holder"), SimulatedKey.ed25519("holder"));

    @RegisterExtension
    final ExchangeSimulatorExtension exchange =
            ExchangeSimulatorExtension.fresh(builder -> builder.account(account).limits(SimulatedLimits.unlimited()));

    private BinanceWebSocketApiClient client;

    private Listener<UserDataSignal> listen() {
        return Listener.of(
                BinanceUserDataStream.of(client).withGrace(Duration.ofMillis(1)).signals());
    }

    private void connect(Credentials credentials) {
        client = BinanceWebSocketApiClient.create(
                WebSocketApiOptions.of(exchange.simulator().environment())
                        .withCredentials(credentials)
                        .withRequestTimeout(Duration.ofMillis(500))
                        .withBudget(RequestBudget.unlimited()));
    }

    @AfterEach
    void dispose() {
        client.dispose();
    }

    private static void await(BooleanSupplier condition) {
        Flux.interval(Duration.ZERO, Duration.ofMillis(10), Schedulers.boundedElastic())
                .onBackpressureDrop()
                .filter(tick -> condition.getAsBoolean())
                .next()
                .block(PATIENCE);
    }

    private static long deposits(Listener<UserDataSignal> listener) {
        return listener.values().stream()
                .filter(signal -> signal instanceof Event told && told.event() instanceof BalanceUpdate)
                .count();
    }

    static Stream<Fault> faults() {
        return Stream.of(Fault.delay(Duration.ofMillis(200)), Fault.drop(), Fault.ignore());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whoComesBackBeforeTheEndIsSubscribedToAgain(Fault fault) {
        SimulatedKey key = account.key(KeyType.HMAC);
        connect(Credentials.hmac(key.apiKey(), key.secret()));
        Listener<UserDataSignal> first = listen();
        await(() -> first.kinds().contains(Subscribed.class));
        exchange.simulator().inject(fault.on(END));
        first.cancel();
        await(() -> !exchange.simulator().requests(END).isEmpty());

        Listener<UserDataSignal> second = listen();
        await(() -> second.kinds().contains(Subscribed.class) || second.error() != null);
        assertThat(second.error()).isNull();
        exchange.simulator().floor().deposit(account, "BTC", "1");
        await(() -> deposits(second) == 1);
        assertThat(second.kinds()).containsExactly(Subscribed.class);
        assertThat(deposits(first)).isZero();
    }

    @Test
    void aKeyThatIsTakenBackIsAnError() {
        SimulatedKey key = account.key(KeyType.ED25519);
        connect(Credentials.pem(key.apiKey(), key.secret()));
        Listener<UserDataSignal> listener = listen();
        await(() -> listener.kinds().contains(Subscribed.class));
        exchange.simulator().floor().revoke(key.apiKey());
        client.account().onErrorComplete().block(PATIENCE);
        await(() -> listener.error() != null);
        assertThat(listener.error())
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.REJECTED_MBX_KEY.code()));
    }
}
