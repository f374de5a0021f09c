/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.exchange.BlockTrade;
import io.github.binancereactive.testkit.exchange.Json;
import io.github.binancereactive.testkit.exchange.JsonNumbers;
import io.github.binancereactive.testkit.exchange.TimestampUnit;
import io.github.binancereactive.testkit.matching.AggregateTrade;
import io.github.binancereactive.testkit.matching.MarketTrade;
import tools.jackson.databind.node.ObjectNode;

/** Trades as streams show them. */
final class TradeJson {

    private TradeJson() {}

    static String trade(String symbol, MarketTrade trade, long nowMicros, TimestampUnit unit) {
        return event("trade", symbol, nowMicros, unit)
                .put("t", trade.id())
                .put("p", JsonNumbers.decimal(trade.price()))
                .put("q", JsonNumbers.decimal(trade.qty()))
                .put("T", unit.of(trade.time()))
                .put("m", trade.isBuyerMaker())
                .put("M", true)
                .toString();
    }

    static String aggregate(String symbol, AggregateTrade trade, long nowMicros, TimestampUnit unit) {
        return event("aggTrade", symbol, nowMicros, unit)
                .put("a", trade.id())
                .put("p", JsonNumbers.decimal(trade.price()))
                .put("q", JsonNumbers.decimal(trade.qty()))
                .put("f", trade.firstTradeId())
                .put("l", trade.lastTradeId())
                .put("T", unit.of(trade.time()))
                .put("m", trade.isBuyerMaker())
                .put("M", true)
                .toString();
    }

    static String blockTrade(BlockTrade trade, TimestampUnit unit) {
        return event("blockTrade", trade.symbol(), trade.time(), unit)
                .put("t", trade.id())
                .put("p", JsonNumbers.decimal(trade.price()))
                .put("q", JsonNumbers.decimal(trade.qty()))
                .put("T", unit.of(trade.time()))
                .put("m", trade.isBuyerMaker())
                .toString();
    }

    static ObjectNode event(String type, String symbol, long nowMicros, TimestampUnit unit) {
        return Json.object().put("e", type).put("E", unit.of(nowMicros)).put("s", symbol);
    }
}
