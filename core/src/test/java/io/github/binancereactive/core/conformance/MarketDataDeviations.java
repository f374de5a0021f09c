/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Of the endpoints of market data. */
final class MarketDataDeviations {

    private static final String LIST = "the description shows an array of names; it is an array on the other wire";
    private static final String EITHER = "either symbol or symbols is mandatory, not symbol: a rule says so";
    private static final String SHARED_CELLS =
            "symbol and symbols share the cells of a row in the documentation; the inventory lost symbols";
    private static final String LOST_SOURCE = "the documentation has \"Data Source: Memory\"; the inventory lost it";

    static final Map<String, Deviation> ALL = all();

    private MarketDataDeviations() {}

    private static Map<String, Deviation> all() {
        Map<String, Deviation> all = new LinkedHashMap<>();
        List.of("24hr", "price", "bookTicker")
                .forEach(ticker -> all.put(
                        "GET /api/v3/ticker/" + ticker + " symbols type",
                        new Deviation("STRING", "STRING_LIST", LIST)));
        List.of("24hr", "tradingDay", "price", "book")
                .forEach(ticker -> all.put("ticker." + ticker + " symbols mandatory", shifted()));
        all.put("ticker symbols mandatory", shifted());
        List.of("GET /api/v3/ticker/tradingDay", "ticker.tradingDay", "GET /api/v3/ticker", "ticker")
                .forEach(ticker -> all.put(ticker + " symbol mandatory", new Deviation("true", "false", EITHER)));
        all.put(
                "GET /api/v3/ticker/tradingDay parameters",
                new Deviation(
                        "[symbol, symbolStatus, timeZone, type]",
                        "[symbol, symbolStatus, symbols, timeZone, type]",
                        SHARED_CELLS));
        all.put(
                "GET /api/v3/ticker parameters",
                new Deviation(
                        "[symbol, symbolStatus, type, windowSize]",
                        "[symbol, symbolStatus, symbols, type, windowSize]",
                        SHARED_CELLS));
        List.of(
                        "GET /api/v3/referencePrice",
                        "referencePrice",
                        "GET /api/v3/referencePrice/calculation",
                        "referencePrice.calculation")
                .forEach(endpoint -> all.put(endpoint + " dataSource", new Deviation("NONE", "MEMORY", LOST_SOURCE)));
        return Map.copyOf(all);
    }

    private static Deviation shifted() {
        return new Deviation("?", "false", Deviation.SHIFTED);
    }
}
