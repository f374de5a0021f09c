/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.ExchangeSimulatorBuilder;
import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * Two clients that differ in their wire alone, and what they trade on: one exchange, or two that are equal from their first
 * order to their last, because time stands still in them and nothing is left to chance.
 */
final class Wires implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-02T10:00:00.123Z");

    private final ExchangeSimulator restExchange;
    private final ExchangeSimulator webSocketExchange;
    private final BinanceRestClient rest;
    private final BinanceWebSocketApiClient webSocket;

    private Wires(ExchangeSimulator restExchange, ExchangeSimulator webSocketExchange) {
        this.restExchange = restExchange;
        this.webSocketExchange = webSocketExchange;
        rest = BinanceRestClient.create(restExchange.environment())
                .withCredentials(credentials(restExchange))
                .withServerClock(standing())
                // With a clock that stands still, a gate that a limit closes would never open.
                .withBudget(RequestBudget.unlimited())
                .withClientOrderIds(counted());
        webSocket = BinanceWebSocketApiClient.create(WebSocketApiOptions.of(webSocketExchange.environment())
                .withCredentials(credentials(webSocketExchange))
                .withServerClock(standing())
                .withBudget(RequestBudget.unlimited())
                .withClientOrderIds(counted()));
    }

    static Wires overOne() {
        ExchangeSimulator exchange = standing(ExchangeSimulator.builder());
        return new Wires(exchange, exchange);
    }

    static Wires overTwins() {
        return overTwins(UnaryOperator.identity());
    }

    static Wires overTwins(UnaryOperator<ExchangeSimulatorBuilder> kind) {
        return new Wires(
                standing(kind.apply(ExchangeSimulator.builder())), standing(kind.apply(ExchangeSimulator.builder())));
    }

    private static ExchangeSimulator standing(ExchangeSimulatorBuilder builder) {
        ExchangeSimulator exchange = builder.scheduler(VirtualTimeScheduler.create())
                .epoch(NOW)
                .seed(7)
                .limits(SimulatedLimits.unlimited())
                .start();
        exchange.floor().referencePrice("BTCUSDT", new BigDecimal("60001.5"));
        return exchange;
    }

    private static Credentials credentials(ExchangeSimulator exchange) {
        return Traders.credentials(exchange.account().key(KeyType.ED25519));
    }

    private static ServerClock standing() {
        return ServerClock.over(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Supplier<String> counted() {
        AtomicInteger number = new AtomicInteger();
        return () -> "given-" + number.incrementAndGet();
    }

    /** Makes the call over both wires and requires them to end equally. */
    Reply same(WireCall call) {
        Reply overRest = overRest(call);
        Reply overWebSocket = Reply.to(call, webSocket, WireCall.Ids.of(webSocketExchange));
        assertThat(overWebSocket)
                .as("%s over the WebSocket API, as over REST", call)
                .isEqualTo(overRest);
        return overRest;
    }

    Reply overRest(WireCall call) {
        return Reply.to(call, rest, WireCall.Ids.of(restExchange));
    }

    /** Requires two exchanges to have taken down the same. */
    void requireEqualRecords() {
        assertThat(webSocketExchange.orders(webSocketExchange.account()))
                .isEqualTo(restExchange.orders(restExchange.account()));
        assertThat(webSocketExchange.floor().balances(webSocketExchange.account()))
                .isEqualTo(restExchange.floor().balances(restExchange.account()));
        assertThat(webSocketExchange.floor().commissionTaken())
                .isEqualTo(restExchange.floor().commissionTaken());
    }

    SpotApi rest() {
        return rest;
    }

    ExchangeSimulator restExchange() {
        return restExchange;
    }

    ExchangeSimulator webSocketExchange() {
        return webSocketExchange;
    }

    @Override
    public void close() {
        rest.disposeLater().block(Reply.PATIENCE);
        webSocket.dispose();
        restExchange.close();
        webSocketExchange.close();
    }
}
