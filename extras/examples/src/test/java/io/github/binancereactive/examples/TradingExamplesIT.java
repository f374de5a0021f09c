/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.error.BudgetExceededException;
import io.github.binancereactive.core.filter.OrderRules;
import io.github.binancereactive.core.filter.Violation;
import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorExtension;
import io.github.binancereactive.testkit.Fault;
import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.account.SimulatedKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The examples about orders do what they say. */
@ExtendWith(ExchangeSimulatorExtension.class)
class TradingExamplesIT {

    private static final BigDecimal QUANTITY = new BigDecimal("0.01");
    private static final BigDecimal PRICE = new BigDecimal("50000");

    private SharedBudget clients;

    @BeforeEach
    void connect(ExchangeSimulator exchange) {
        SimulatedKey key = exchange.account().key(KeyType.ED25519);
        clients = SharedBudget.of(exchange.environment(), Credentials.pem(key.apiKey(), key.secret()));
    }

    @AfterEach
    void dispose() {
        clients.dispose();
    }

    @Test
    void placesAndIsRefused() {
        PlaceOrder orders = new PlaceOrder(clients.rest());

        StepVerifier.create(orders.buy(QUANTITY, PRICE))
                .expectNext("placed, NEW")
                .verifyComplete();
        StepVerifier.create(orders.buy(new BigDecimal("9000"), new BigDecimal("60000")))
                .assertNext(words -> assertThat(words).startsWith("refused: "))
                .verifyComplete();
    }

    @Test
    void findsAnOrderWhoseAnswerWasLost(ExchangeSimulator exchange) {
        exchange.inject(Fault.resetAfterAnswer().on("order.place", "POST /api/v3/order"), 2);

        StepVerifier.create(new PlaceOrder(clients.rest()).buy(QUANTITY, PRICE))
                .expectNext("placed after all, NEW")
                .verifyComplete();
        StepVerifier.create(new PlaceOrder(clients.webSocket()).buy(QUANTITY, PRICE))
                .expectNext("placed after all, NEW")
                .verifyComplete();
        assertThat(exchange.orders(exchange.account())).hasSize(2);
    }

    @Test
    void checksBeforeSending() {
        Mono<List<Violation>> violations = CheckedOrders.rules(clients.rest(), "BTCUSDT")
                .zipWith(clients.rest().avgPrice("BTCUSDT"))
                .map(both -> violations(both.getT1(), both.getT2().price()));

        StepVerifier.create(violations)
                .assertNext(found ->
                        assertThat(found).extracting(Violation::filterType).containsOnly("NOTIONAL"))
                .verifyComplete();
    }

    private static List<Violation> violations(OrderRules rules, BigDecimal averagePrice) {
        assertThat(CheckedOrders.check(rules, untidy("0.0100001"), averagePrice))
                .isEmpty();
        return CheckedOrders.check(rules, untidy("0.0000101"), averagePrice);
    }

    private static NewOrder untidy(String quantity) {
        return NewOrder.limit("BTCUSDT", Side.BUY, new BigDecimal(quantity), new BigDecimal("50000.001"));
    }

    @Test
    void refusesWithoutSending(ExchangeSimulator exchange) {
        StepVerifier.create(CheckedOrders.checking(clients.rest()).flatMap(api -> api.newOrder(untidy("0.01"))))
                .verifyError(IllegalArgumentException.class);
        assertThat(exchange.requests("POST /api/v3/order")).isEmpty();
    }

    @Test
    void whatOneWireUsesTheOtherLacks() {
        clients.budget().learn(List.of(new RateLimit(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.DAY, 1, 21)));
        StepVerifier.create(clients.rest().exchangeInfo()).expectNextCount(1).verifyComplete();
        clients.budget().learn(List.of(new RateLimit(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.DAY, 1, 21)));

        StepVerifier.create(clients.webSocket().account()).verifyError(BudgetExceededException.class);
    }

    @Test
    void readsHistoryElementByElement() {
        PriceHistory history = new PriceHistory(clients.rest());

        StepVerifier.create(history.closes(Instant.EPOCH).take(1))
                .expectNextCount(1)
                .verifyComplete();
        StepVerifier.create(history.large(BigDecimal.ONE)).expectNextCount(1).verifyComplete();
        StepVerifier.create(new PriceHistory(clients.webSocket()).large(BigDecimal.ONE))
                .expectNextCount(1)
                .verifyComplete();
    }
}
