/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static io.github.binancereactive.wires.Reply.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorExtension;
import io.github.binancereactive.testkit.RecordedRequest;
import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.session.SessionEvent;
import io.github.binancereactive.ws.session.SessionEvent.Type;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** A session that is logged on stays so across its sockets, until its key is revoked; REST notices that as well. */
class LogOnIT {

    @RegisterExtension
    final ExchangeSimulatorExtension fresh =
            ExchangeSimulatorExtension.fresh(builder -> builder.account(Traders.TRADER, Traders.OTHER));

    private BinanceWebSocketApiClient client;
    private Flux<SessionEvent> events;

    @BeforeEach
    void connect() {
        client = BinanceWebSocketApiClient.create(
                Via.options(exchange(), Traders.with(KeyType.ED25519)).withRequestTimeout(Duration.ofSeconds(1)));
        events = client.events().replay().autoConnect(0);
        client.connect().block(PATIENCE);
    }

    @AfterEach
    void dispose() {
        client.dispose();
    }

    private ExchangeSimulator exchange() {
        return fresh.simulator();
    }

    @Test
    void logsOnAgainAfterARotation() {
        place("before");
        client.session().rotate().block(PATIENCE);
        place("after");

        requireLogOnAndOrderOn(1, 2);
    }

    @Test
    void logsOnAgainAfterAReset() {
        place("before");
        exchange().resetConnections();
        events.filter(event -> event.type() == Type.OPENED).skip(1).blockFirst(PATIENCE);
        place("after");

        requireLogOnAndOrderOn(1, 2);
    }

    private void place(String name) {
        client.newOrder(Traders.order(name)).block(PATIENCE);
    }

    private void requireLogOnAndOrderOn(Integer... connections) {
        assertThat(exchange().requests("session.logon"))
                .extracting(RecordedRequest::connection)
                .containsExactly(connections);
        List<RecordedRequest> orders = exchange().requests("order.place");
        assertThat(orders).extracting(RecordedRequest::connection).containsExactly(connections);
        assertThat(orders).allSatisfy(order -> assertThat(order.params()).doesNotContainKeys("apiKey", "signature"));
        assertThat(exchange().orders(Traders.TRADER)).hasSize(2);
    }

    @Test
    void aRevokedKeyIsAnErrorAndAnEvent() {
        revoke();

        requireRefused(client.account());
        assertThat(notice().cause()).isInstanceOf(RejectedException.class).hasMessageContaining("-2015");
        requireRefused(client.newOrder(Traders.order("mine")));
        assertThat(exchange().orders(Traders.TRADER)).isEmpty();
    }

    /** The refusal names no request, so of an order nobody can say that it was the one that was refused. */
    @Test
    void anOrderThatMeetsTheRevocationIsUnknown() {
        revoke();

        StepVerifier.create(client.newOrder(Traders.order("mine")))
                .expectError(OutcomeUnknownException.class)
                .verify(PATIENCE);
        assertThat(notice().reason()).contains("revoked");
        assertThat(exchange().orders(Traders.TRADER)).isEmpty();
    }

    @Test
    void anotherKeyGoesOnOverTheSameConnection() {
        revoke();
        requireRefused(client.account());

        client.as(Traders.credentials(Traders.OTHER.key(KeyType.ED25519)))
                .newOrder(Traders.order("theirs"))
                .block(PATIENCE);
        client.logon(Traders.credentials(Traders.OTHER.key(KeyType.ED25519))).block(PATIENCE);
        place("theirs-too");
        assertThat(exchange().orders(Traders.OTHER)).hasSize(2);
        assertThat(exchange().connections()).hasSize(1);
    }

    @Test
    void aRevokedKeyIsAnErrorOverRestToo() {
        try (Client rest = Via.REST.connect(exchange(), Traders.with(KeyType.ED25519))) {
            rest.api().account().block(PATIENCE);
            revoke();

            requireRefused(rest.api().account());
            requireRefused(rest.api().newOrder(Traders.order("mine")));
        }
        assertThat(exchange().orders(Traders.TRADER)).isEmpty();
    }

    private void revoke() {
        exchange().floor().revoke(Traders.TRADER.key(KeyType.ED25519).apiKey());
    }

    private static void requireRefused(Mono<?> call) {
        StepVerifier.create(call)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                RejectedException.class,
                                refused -> assertThat(refused.code()).isEqualTo(-2015)))
                .verify(PATIENCE);
    }

    private SessionEvent notice() {
        return events.filter(event -> event.type() == Type.NOTICE).blockFirst(PATIENCE);
    }
}
