/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.testkit.matching.AccountSettings;
import io.github.binancereactive.testkit.matching.MatchingEngine;
import io.github.binancereactive.testkit.matching.OrderRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who makes markets move, on a simulator with empty books and virtual time. */
final class StreamTrader implements AutoCloseable {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long MAKER = 1;
    private static final long TAKER = 2;
    private static final BigDecimal PLENTY = new BigDecimal("1000000000");

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ExchangeSimulator simulator = ExchangeSimulator.builder()
            .scheduler(time)
            .epoch(START)
            .liquidity(0)
            .symbols(8)
            .pingInterval(Duration.ZERO)
            .limits(SimulatedLimits.documented().withOrders(1_000_000, 1_000_000))
            .start();

    StreamTrader() {
        simulator.floor().engine((engine, now) -> {
            open(engine, MAKER, now);
            open(engine, TAKER, now);
        });
    }

    private static void open(MatchingEngine engine, long account, long now) {
        engine.open(AccountSettings.of(account));
        engine.marketData().symbols().forEach(symbol -> {
            engine.deposit(account, symbol.info().baseAsset(), PLENTY, now);
            engine.deposit(account, symbol.info().quoteAsset(), PLENTY, now);
        });
    }

    ExchangeSimulator simulator() {
        return simulator;
    }

    RawWebSocket subscribe(String... streams) throws IOException {
        return RawWebSocket.streams(simulator, "/stream?streams=" + String.join("/", streams));
    }

    RawWebSocket listen(String stream) throws IOException {
        return RawWebSocket.streams(simulator, "/ws/" + stream);
    }

    static JsonNode next(RawWebSocket client) throws IOException {
        return JsonMapper.shared().readTree(client.text());
    }

    void pass(Duration duration) {
        time.advanceTimeBy(duration);
        simulator.settle();
    }

    /** An order that rests in the book. */
    void rest(String symbol, Side side, String price, String qty) {
        order(MAKER, symbol, side, price, qty, TimeInForce.GTC);
    }

    /** An order that takes what it can. */
    void take(String symbol, Side side, String price, String qty) {
        order(TAKER, symbol, side, price, qty, TimeInForce.IOC);
    }

    /** A trade, after which the book is as it was. */
    void trade(String symbol, String price, String qty) {
        rest(symbol, Side.SELL, price, qty);
        take(symbol, Side.BUY, price, qty);
    }

    void cancelAll(String symbol) {
        simulator.floor().engine((engine, now) -> engine.cancelAll(MAKER, symbol, now));
    }

    private void order(long account, String symbol, Side side, String price, String qty, TimeInForce timeInForce) {
        OrderRequest order = OrderRequest.of(symbol, side, OrderType.LIMIT)
                .timeInForce(timeInForce)
                .quantity(new BigDecimal(qty))
                .price(new BigDecimal(price))
                .build();
        simulator.floor().engine((engine, now) -> engine.place(account, order, now));
    }

    @Override
    public void close() {
        simulator.close();
        time.dispose();
    }
}
