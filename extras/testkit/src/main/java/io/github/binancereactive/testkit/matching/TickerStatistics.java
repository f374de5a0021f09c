/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;

/**
 * How a symbol did within a window. A symbol without a trade in the window has zeros and trade ids of -1.
 *
 * @param symbol the symbol
 * @param priceChange last price less first price
 * @param priceChangePercent the same in percent of the first price
 * @param weightedAvgPrice quote volume by volume
 * @param prevClosePrice last price before the window; zero for none
 * @param lastQty quantity of the last trade
 * @param openTime first microsecond of the window
 * @param closeTime last microsecond of the window
 * @param bar prices and quantities
 * @param book the best prices now
 */
public record TickerStatistics(
        String symbol,
        BigDecimal priceChange,
        BigDecimal priceChangePercent,
        BigDecimal weightedAvgPrice,
        BigDecimal prevClosePrice,
        BigDecimal lastQty,
        long openTime,
        long closeTime,
        Kline.Bar bar,
        BookTicker book) {}
