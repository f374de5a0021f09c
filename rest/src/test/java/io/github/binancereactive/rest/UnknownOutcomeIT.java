/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.Fault;
import io.github.binancereactive.testkit.RecordedRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** An order of which nothing is known but that it was sent: what is needed to find out is there. */
class UnknownOutcomeIT extends SimulatedRest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.123Z");

    private final ExchangeSimulator exchange = simulator();
    private final AtomicInteger number = new AtomicInteger();
    private final BinanceRestClient client = client(exchange)
            .withCredentials(Keys.hmac().credentials())
            .withServerClock(ServerClock.over(Clock.fixed(NOW, ZoneOffset.UTC)))
            .withClientOrderIds(() -> "mine-" + number.incrementAndGet());
    private final Call<?> order = Call.of(TradingEndpoints.NEW_ORDER)
            .with("symbol", "BTCUSDT")
            .with("side", "BUY")
            .with("type", "MARKET")
            .with("quantity", BigDecimal.ONE);

    static List<Fault> ambiguous() {
        return List.of(
                Fault.resetBeforeAnswer(),
                Fault.resetAfterAnswer(),
                Fault.truncatedFrame(),
                Fault.garbage(),
                Fault.status(503, ""),
                Fault.timeout());
    }

    @ParameterizedTest
    @MethodSource("ambiguous")
    void carriesTheIdsThatTheClientGaveAndTheLastMoment(Fault fault) {
        exchange.inject(fault);

        StepVerifier.create(client.withRecvWindow(Duration.ofSeconds(2)).exchange(order))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(OutcomeUnknownException.class, unknown -> {
                            assertThat(unknown.clientOrderId()).contains("mine-1");
                            assertThat(unknown.symbol()).contains("BTCUSDT");
                            assertThat(unknown.latestAcceptance()).contains(NOW.plusSeconds(2));
                        }));
        assertThat(sentIds()).containsExactly("mine-1");
    }

    @Test
    void eachSubscriptionPlacesAnOrderOfItsOwn() {
        Mono<?> placing = client.exchange(order).onErrorComplete();
        placing.block(PATIENCE);
        placing.block(PATIENCE);

        assertThat(sentIds()).containsExactly("mine-1", "mine-2");
    }

    @Test
    void anOrderKeepsItsIdWhenItIsSentAgain() {
        exchange.inject(Fault.error(400, -1021, ""));
        client.exchange(order).onErrorComplete().block(PATIENCE);

        assertThat(sentIds()).containsExactly("mine-1", "mine-1");
    }

    @Test
    void theCallersOwnIdStays() {
        exchange.inject(Fault.resetAfterAnswer());

        StepVerifier.create(client.exchange(order.with("newClientOrderId", "yours")))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                OutcomeUnknownException.class,
                                unknown -> assertThat(unknown.clientOrderId()).contains("yours")));
        assertThat(number).hasValue(0);
    }

    private List<String> sentIds() {
        return exchange.requests("POST /api/v3/order").stream()
                .map((RecordedRequest request) -> request.param("newClientOrderId"))
                .toList();
    }
}
