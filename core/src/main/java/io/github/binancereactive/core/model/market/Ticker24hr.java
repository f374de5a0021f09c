/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What was traded within the last 24 hours, and the best prices on the book. Prices are 0 when there are none.
 *
 * @param symbol name of the symbol
 * @param priceChange last price less first price
 * @param priceChangePercent the same, in percent of the first price
 * @param weightedAvgPrice quote volume divided by volume
 * @param prevClosePrice last price before the window
 * @param lastPrice last price
 * @param lastQty quantity of the last trade
 * @param bidPrice best price that a buyer offers
 * @param bidQty how much is wanted at it
 * @param askPrice best price that a seller asks
 * @param askQty how much is offered at it
 * @param openPrice first price of the window
 * @param highPrice highest price of the window
 * @param lowPrice lowest price of the window
 * @param volume quantity, in the base asset
 * @param quoteVolume what was paid, in the quote asset
 * @param openTime when the window begins
 * @param closeTime when the window ends
 * @param firstId the first trade of the window; -1 when there was none
 * @param lastId the last trade of the window; -1 when there was none
 * @param count how many trades
 */
public record Ticker24hr(
        String symbol,
        BigDecimal priceChange,
        BigDecimal priceChangePercent,
        BigDecimal weightedAvgPrice,
        BigDecimal prevClosePrice,
        BigDecimal lastPrice,
        BigDecimal lastQty,
        BigDecimal bidPrice,
        BigDecimal bidQty,
        BigDecimal askPrice,
        BigDecimal askQty,
        BigDecimal openPrice,
        BigDecimal highPrice,
        BigDecimal lowPrice,
        BigDecimal volume,
        BigDecimal quoteVolume,
        Instant openTime,
        Instant closeTime,
        long firstId,
        long lastId,
        long count) {}
