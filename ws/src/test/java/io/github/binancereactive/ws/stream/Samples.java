/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static io.github.binancereactive.ws.stream.Events.at;

import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.model.market.ReferencePrice;
import io.github.binancereactive.core.model.market.Ticker;
import io.github.binancereactive.core.model.market.Ticker24hr;
import io.github.binancereactive.core.model.stream.BlockTradeEvent;
import io.github.binancereactive.core.model.stream.RawStreamEvent;
import io.github.binancereactive.core.model.stream.RollingTickerEvent;
import io.github.binancereactive.core.model.stream.TickerEvent;
import io.github.binancereactive.core.stream.DepthSpeed;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.core.stream.TickerWindow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * A stream of each family, and events of it.
 *
 * @param stream the stream
 * @param event makes the first, the second, ... event
 */
record Samples<T>(MarketStream<T> stream, LongFunction<T> event) {

    private static final String SYMBOL = "BTCUSDT";
    private static final BigDecimal ONE = BigDecimal.ONE;

    static final Samples<?> TRADES = new Samples<>(MarketStream.trades(SYMBOL), Events::trade);

    /** All 15 families, and the events that are not decoded. */
    static List<Samples<?>> ofAllFamilies() {
        List<Samples<?>> all = new ArrayList<>(List.of(
                TRADES,
                new Samples<>(MarketStream.aggTrades(SYMBOL), Events::aggTrade),
                new Samples<>(
                        MarketStream.blockTrades(SYMBOL),
                        n -> new BlockTradeEvent(at(n), SYMBOL, n, ONE, ONE, at(n), true)),
                new Samples<>(MarketStream.klines(SYMBOL, KlineInterval.ONE_MINUTE), n -> Events.minute(n, 60, true)),
                new Samples<>(
                        MarketStream.klinesUtc8(SYMBOL, KlineInterval.ONE_MINUTE), n -> Events.minute(n, 60, true)),
                new Samples<>(MarketStream.diffDepth(SYMBOL, DepthSpeed.EVERY_100_MS), n -> Events.update(n, n)),
                new Samples<>(
                        MarketStream.raw("new@thing"), n -> new RawStreamEvent("new@thing", "{\"n\":" + n + "}"))));
        all.addAll(ofState());
        return all;
    }

    private static List<Samples<?>> ofState() {
        return List.of(
                new Samples<>(MarketStream.miniTicker(SYMBOL), n -> Events.mini(SYMBOL, n)),
                new Samples<>(MarketStream.miniTickers(), n -> Events.mini(SYMBOL, n)),
                new Samples<>(MarketStream.ticker(SYMBOL), n -> new TickerEvent(at(n), ticker24hr())),
                new Samples<>(
                        MarketStream.rollingTicker(SYMBOL, TickerWindow.ONE_HOUR),
                        n -> new RollingTickerEvent(at(n), "1h", ticker())),
                new Samples<>(
                        MarketStream.rollingTickers(TickerWindow.FOUR_HOURS),
                        n -> new RollingTickerEvent(at(n), "4h", ticker())),
                new Samples<>(MarketStream.bookTicker(SYMBOL), Events::bookTicker),
                new Samples<>(MarketStream.averagePrice(SYMBOL), Events::average),
                new Samples<>(MarketStream.partialDepth(SYMBOL, 5, DepthSpeed.EVERY_SECOND), Events::depth),
                new Samples<>(MarketStream.referencePrice(SYMBOL), n -> new ReferencePrice(SYMBOL, ONE, at(n))));
    }

    private static Ticker24hr ticker24hr() {
        return new Ticker24hr(
                SYMBOL, ONE, ONE, ONE, ONE, ONE, ONE, ONE, ONE, ONE, ONE, ONE, ONE, ONE, ONE, ONE, at(0), at(0), 1, 1,
                1);
    }

    private static Ticker ticker() {
        return new Ticker(SYMBOL, ONE, ONE, ONE, ONE, ONE, ONE, ONE, ONE, ONE, at(0), at(0), 1, 1, 1);
    }

    List<T> between(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(event).toList();
    }

    void bring(Feed<T> feed, long first, long last) {
        between(first, last).forEach(feed::onEvent);
    }

    @Override
    public String toString() {
        return stream.name();
    }
}
