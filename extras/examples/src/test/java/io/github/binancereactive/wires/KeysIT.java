/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static io.github.binancereactive.wires.Reply.PATIENCE;
import static io.github.binancereactive.wires.Situation.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.core.request.OrderQuery;
import io.github.binancereactive.core.request.Peg;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorExtension;
import io.github.binancereactive.testkit.RecordedRequest;
import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.account.SimulatedKey;
import io.github.binancereactive.testkit.matching.OrderSnapshot;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Keys of all three types, good ones and bad ones, on both wires. */
class KeysIT {

    @RegisterExtension
    final ExchangeSimulatorExtension fresh =
            ExchangeSimulatorExtension.fresh(builder -> builder.account(Traders.TRADER, Traders.OTHER));

    static Stream<Arguments> keysOnWires() {
        return Stream.of(Via.values())
                .flatMap(via -> Stream.of(KeyType.values()).map(type -> Arguments.of(via, type)));
    }

    private ExchangeSimulator exchange() {
        return fresh.simulator();
    }

    private List<String> orders(SimulatedAccount account) {
        return exchange().orders(account).stream()
                .map(OrderSnapshot::clientOrderId)
                .toList();
    }

    private static void requireCode(Mono<?> call, int code) {
        StepVerifier.create(call)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                RejectedException.class,
                                refused -> assertThat(refused.code()).isEqualTo(code)))
                .verify(PATIENCE);
    }

    @ParameterizedTest
    @MethodSource("keysOnWires")
    void signsAndIsUnderstood(Via via, KeyType type) {
        try (Client client = via.connect(exchange(), Traders.with(type))) {
            client.api().newOrder(Traders.order("mine")).block(PATIENCE);
            client.api().account().block(PATIENCE);
        }
        assertThat(orders(Traders.TRADER)).containsExactly("mine");
        RecordedRequest placed = only(via.order());
        boolean byLogOn = via == Via.WEB_SOCKET && type == KeyType.ED25519;
        assertThat(placed.params().containsKey("signature")).isEqualTo(!byLogOn);
        assertThat(exchange().requests("session.logon")).hasSize(byLogOn ? 1 : 0);
    }

    @ParameterizedTest
    @MethodSource("keysOnWires")
    void namesThatAreNotAsciiAreSignedRight(Via via, KeyType type) {
        NewOrder order = NewOrder.limitMaker(ReadCalls.NOT_ASCII, Side.SELL, number("100"), Peg.primary())
                .clientOrderId("mine");
        try (Client client = via.connect(exchange(), Traders.with(type))) {
            client.api().newOrder(order).block(PATIENCE);
            Order found = client.api()
                    .order(OrderQuery.byClientOrderId(ReadCalls.NOT_ASCII, "mine"))
                    .block(PATIENCE);
            List<Order> open =
                    client.api().openOrders(ReadCalls.NOT_ASCII).collectList().block(PATIENCE);
            assertThat(open).containsExactly(found);
        }
        assertThat(only(via.order()).param("symbol")).isEqualTo(ReadCalls.NOT_ASCII);
        assertThat(exchange().orders(Traders.TRADER))
                .extracting(OrderSnapshot::symbol)
                .containsExactly(ReadCalls.NOT_ASCII);
    }

    /** A session that is logged on signs nothing, so the test before didn't show it. */
    @Test
    void namesThatAreNotAsciiAreSignedRightWithoutLogOn() {
        BinanceWebSocketApiClient client = BinanceWebSocketApiClient.create(
                Via.options(exchange(), Traders.with(KeyType.ED25519)).withLogon(false));

        assertThat(client.openOrders(ReadCalls.NOT_ASCII).collectList().block(PATIENCE))
                .isEmpty();
        assertThat(only("openOrders.status").params()).containsKey("signature");
        client.dispose();
    }

    @ParameterizedTest
    @EnumSource(Via.class)
    void aReadOnlyKeyReadsOnly(Via via) {
        for (SimulatedKey key : List.of(Traders.READ_ONLY_HMAC, Traders.READ_ONLY_ED25519)) {
            try (Client client = via.connect(exchange(), Setup.of(Traders.credentials(key)))) {
                assertThat(client.api().account().block(PATIENCE)).isNotNull();
                requireCode(client.api().newOrder(Traders.order("mine")), -2015);
            }
        }
        assertThat(orders(Traders.TRADER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Via.class)
    void aWrongSecretIsNoSignature(Via via) {
        Credentials wrong = Credentials.hmac(
                Traders.TRADER.key(KeyType.HMAC).apiKey(),
                Traders.OTHER.key(KeyType.HMAC).secret());
        try (Client client = via.connect(exchange(), Setup.of(wrong))) {
            requireCode(client.api().newOrder(Traders.order("mine")), -1022);
            requireCode(client.api().account(), -1022);
        }
        assertThat(orders(Traders.TRADER)).isEmpty();
        assertThat(exchange().requests(via.order())).hasSize(1);
    }

    @Test
    void aKeyOfItsOwnForOneRequestOverRest() {
        try (Client client = Via.REST.connect(exchange(), Traders.with(KeyType.ED25519))) {
            BinanceRestClient rest = (BinanceRestClient) client.api();
            for (KeyType type : List.of(KeyType.HMAC, KeyType.ED25519)) {
                rest.withCredentials(Traders.credentials(Traders.OTHER.key(type)))
                        .newOrder(Traders.order("theirs-" + type))
                        .block(PATIENCE);
            }
            rest.newOrder(Traders.order("mine")).block(PATIENCE);
        }
        requireEachHasTheirOwn();
    }

    @Test
    void aKeyOfItsOwnForOneRequestOverTheWebSocketApi() {
        try (Client client = Via.WEB_SOCKET.connect(exchange(), Traders.with(KeyType.ED25519))) {
            BinanceWebSocketApiClient webSocket = (BinanceWebSocketApiClient) client.api();
            for (KeyType type : List.of(KeyType.HMAC, KeyType.ED25519)) {
                webSocket
                        .as(Traders.credentials(Traders.OTHER.key(type)))
                        .newOrder(Traders.order("theirs-" + type))
                        .block(PATIENCE);
            }
            webSocket.newOrder(Traders.order("mine")).block(PATIENCE);
        }
        requireEachHasTheirOwn();
        assertThat(exchange().connections()).hasSize(1);
        assertThat(exchange().requests("session.logon")).hasSize(1);
    }

    private void requireEachHasTheirOwn() {
        assertThat(orders(Traders.TRADER)).containsExactly("mine");
        assertThat(orders(Traders.OTHER)).containsExactlyInAnyOrder("theirs-HMAC", "theirs-ED25519");
    }

    private RecordedRequest only(String method) {
        assertThat(exchange().requests(method)).hasSize(1);
        return exchange().requests(method).get(0);
    }
}
