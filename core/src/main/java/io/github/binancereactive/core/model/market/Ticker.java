/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What was traded within a window of time: of a trading day, or of a rolling window. Prices are 0 when nothing was.
 *
 * @param symbol name of the symbol
 * @param priceChange last price less first price
 * @param priceChangePercent the same, in percent of the first price
 * @param weightedAvgPrice quote volume divided by volume
 * @param openPrice first price of the window
 * @param highPrice highest price of the window
 * @param lowPrice lowest price of the window
 * @param lastPrice last price of the window
 * @param volume quantity, in the base asset
 * @param quoteVolume what was paid, in the quote asset
 * @param openTime when the window begins
 * @param closeTime when the window ends
 * @param firstId the first trade of the window; -1 when there was none
 * @param lastId the last trade of the window; -1 when there was none
 * @param count how many trades
 */
public record Ticker(
        String symbol,
        BigDecimal priceChange,
        BigDecimal priceChangePercent,
        BigDecimal weightedAvgPrice,
        BigDecimal openPrice,
        BigDecimal highPrice,
        BigDecimal lowPrice,
        BigDecimal lastPrice,
        BigDecimal volume,
        BigDecimal quoteVolume,
        Instant openTime,
        Instant closeTime,
        long firstId,
        long lastId,
        long count) {}
