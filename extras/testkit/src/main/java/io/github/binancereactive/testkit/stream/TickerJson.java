/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.exchange.JsonNumbers;
import io.github.binancereactive.testkit.exchange.TimestampUnit;
import io.github.binancereactive.testkit.matching.Kline;
import io.github.binancereactive.testkit.matching.TickerStatistics;
import tools.jackson.databind.node.ObjectNode;

/** Tickers as streams show them. */
final class TickerJson {

    private static final int PERCENT_PLACES = 3;

    private TickerJson() {}

    static ObjectNode mini(TickerStatistics ticker, long nowMicros, TimestampUnit unit) {
        Kline.Bar bar = ticker.bar();
        return volumes(
                TradeJson.event("24hrMiniTicker", ticker.symbol(), nowMicros, unit)
                        .put("c", JsonNumbers.decimal(bar.close()))
                        .put("o", JsonNumbers.decimal(bar.open()))
                        .put("h", JsonNumbers.decimal(bar.high()))
                        .put("l", JsonNumbers.decimal(bar.low())),
                bar);
    }

    static ObjectNode day(TickerStatistics ticker, long nowMicros, TimestampUnit unit) {
        ObjectNode json = changes("24hrTicker", ticker, nowMicros, unit)
                .put("w", JsonNumbers.decimal(ticker.weightedAvgPrice()))
                .put("x", JsonNumbers.decimal(ticker.prevClosePrice()))
                .put("c", JsonNumbers.decimal(ticker.bar().close()))
                .put("Q", JsonNumbers.decimal(ticker.lastQty()));
        BookJson.best(json, "b", "B", ticker.book().bid());
        BookJson.best(json, "a", "A", ticker.book().ask());
        return bounds(volumes(prices(json, ticker.bar()), ticker.bar()), ticker, unit);
    }

    static ObjectNode rolling(String window, TickerStatistics ticker, long nowMicros, TimestampUnit unit) {
        ObjectNode json = prices(changes(window + "Ticker", ticker, nowMicros, unit), ticker.bar())
                .put("c", JsonNumbers.decimal(ticker.bar().close()))
                .put("w", JsonNumbers.decimal(ticker.weightedAvgPrice()));
        return bounds(volumes(json, ticker.bar()), ticker, unit);
    }

    private static ObjectNode changes(String type, TickerStatistics ticker, long nowMicros, TimestampUnit unit) {
        return TradeJson.event(type, ticker.symbol(), nowMicros, unit)
                .put("p", JsonNumbers.decimal(ticker.priceChange()))
                .put("P", JsonNumbers.decimal(ticker.priceChangePercent(), PERCENT_PLACES));
    }

    private static ObjectNode prices(ObjectNode json, Kline.Bar bar) {
        return json.put("o", JsonNumbers.decimal(bar.open()))
                .put("h", JsonNumbers.decimal(bar.high()))
                .put("l", JsonNumbers.decimal(bar.low()));
    }

    private static ObjectNode volumes(ObjectNode json, Kline.Bar bar) {
        return json.put("v", JsonNumbers.decimal(bar.volume())).put("q", JsonNumbers.decimal(bar.quoteVolume()));
    }

    private static ObjectNode bounds(ObjectNode json, TickerStatistics ticker, TimestampUnit unit) {
        return json.put("O", unit.of(ticker.openTime()))
                .put("C", unit.of(ticker.closeTime()))
                .put("F", ticker.bar().firstId())
                .put("L", ticker.bar().lastId())
                .put("n", ticker.bar().count());
    }
}
