/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.MarketDataEndpoints;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.model.market.MiniTicker;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the samples of market data are, on both wires. */
final class MarketDataSamples {

    static final List<Endpoint<?>> ENDPOINTS = List.of(
            MarketDataEndpoints.DEPTH,
            MarketDataEndpoints.TRADES,
            MarketDataEndpoints.HISTORICAL_TRADES,
            MarketDataEndpoints.HISTORICAL_BLOCK_TRADES,
            MarketDataEndpoints.AGG_TRADES,
            MarketDataEndpoints.KLINES,
            MarketDataEndpoints.UI_KLINES,
            MarketDataEndpoints.AVG_PRICE,
            MarketDataEndpoints.TICKER_24HR,
            MarketDataEndpoints.TICKER_TRADING_DAY,
            MarketDataEndpoints.TICKER_PRICE,
            MarketDataEndpoints.TICKER_BOOK,
            MarketDataEndpoints.TICKER,
            MarketDataEndpoints.REFERENCE_PRICE,
            MarketDataEndpoints.REFERENCE_PRICE_CALCULATION);

    /** By the heading in the documentation of the WebSocket API. */
    static final Map<String, Endpoint<?>> SECTIONS = Map.ofEntries(
            Map.entry("Order book", MarketDataEndpoints.DEPTH),
            Map.entry("Recent trades", MarketDataEndpoints.TRADES),
            Map.entry("Historical trades", MarketDataEndpoints.HISTORICAL_TRADES),
            Map.entry("Historical Block Trades", MarketDataEndpoints.HISTORICAL_BLOCK_TRADES),
            Map.entry("Aggregate trades", MarketDataEndpoints.AGG_TRADES),
            Map.entry("Klines", MarketDataEndpoints.KLINES),
            Map.entry("UI Klines", MarketDataEndpoints.UI_KLINES),
            Map.entry("Current average price", MarketDataEndpoints.AVG_PRICE),
            Map.entry("24hr ticker price change statistics", MarketDataEndpoints.TICKER_24HR),
            Map.entry("Trading Day Ticker", MarketDataEndpoints.TICKER_TRADING_DAY),
            Map.entry("Symbol price ticker", MarketDataEndpoints.TICKER_PRICE),
            Map.entry("Symbol order book ticker", MarketDataEndpoints.TICKER_BOOK),
            Map.entry("Rolling window price change statistics", MarketDataEndpoints.TICKER),
            Map.entry("Query Reference Price", MarketDataEndpoints.REFERENCE_PRICE),
            Map.entry("Query Reference Price Calculation", MarketDataEndpoints.REFERENCE_PRICE_CALCULATION));

    /** Those that have a parameter {@code type}. */
    private static final List<Endpoint<?>> MINI = List.of(
            MarketDataEndpoints.TICKER_24HR, MarketDataEndpoints.TICKER_TRADING_DAY, MarketDataEndpoints.TICKER);

    private MarketDataSamples() {}

    /** What an answer is: short tickers lack the change of the price, and one symbol is answered by one object. */
    static ResultType<?> type(Endpoint<?> endpoint, JsonNode answer) {
        JsonNode first = answer.isArray() ? answer.get(0) : answer;
        Class<?> element = MINI.contains(endpoint) && !first.has("priceChange")
                ? MiniTicker.class
                : endpoint.result().element();
        if (!endpoint.result().mayBeOne()) {
            return endpoint.result();
        }
        return answer.isArray() ? ResultType.oneOrListOf(element) : ResultType.of(element);
    }

    /** A reference price that is not set is null in the record; fields that are null are left out when encoding. */
    static JsonNode withoutNull(JsonNode answer) {
        if (answer.path("referencePrice").isNull()) {
            ObjectNode copy = (ObjectNode) answer.deepCopy();
            copy.remove("referencePrice");
            return copy;
        }
        return answer;
    }
}
