/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What was traded within an interval: a candlestick.
 *
 * @param openTime when the interval begins; identifies the kline
 * @param open first price
 * @param high highest price
 * @param low lowest price
 * @param close last price
 * @param volume quantity, in the base asset
 * @param closeTime when the interval ends
 * @param quoteVolume what was paid, in the quote asset
 * @param count how many trades
 * @param takerBuyVolume quantity that takers bought, in the base asset
 * @param takerBuyQuoteVolume what they paid, in the quote asset
 */
public record Kline(
        Instant openTime,
        BigDecimal open,
        BigDecimal high,
        BigDecimal low,
        BigDecimal close,
        BigDecimal volume,
        Instant closeTime,
        BigDecimal quoteVolume,
        long count,
        BigDecimal takerBuyVolume,
        BigDecimal takerBuyQuoteVolume) {}
