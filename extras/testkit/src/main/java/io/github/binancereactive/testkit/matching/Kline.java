/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;

/**
 * What was traded within an interval.
 *
 * @param openTime its first microsecond
 * @param closeTime the first microsecond after it
 * @param bar the prices and quantities
 */
public record Kline(long openTime, long closeTime, Bar bar) {

    /**
     * Prices and quantities of some trades.
     *
     * @param open first price
     * @param high highest price
     * @param low lowest price
     * @param close last price
     * @param volume base quantity
     * @param quoteVolume quote quantity
     * @param takerBuyVolume base quantity that takers bought
     * @param takerBuyQuoteVolume quote quantity that takers paid
     * @param firstId first trade; -1 for none
     * @param lastId last trade; -1 for none
     * @param count number of trades
     */
    public record Bar(
            BigDecimal open,
            BigDecimal high,
            BigDecimal low,
            BigDecimal close,
            BigDecimal volume,
            BigDecimal quoteVolume,
            BigDecimal takerBuyVolume,
            BigDecimal takerBuyQuoteVolume,
            long firstId,
            long lastId,
            long count) {}
}
