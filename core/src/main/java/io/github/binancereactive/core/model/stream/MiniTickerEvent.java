/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.stream;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What was traded within the last 24 hours, in short.
 *
 * @param eventTime when the exchange sent it
 * @param symbol name of the symbol
 * @param lastPrice last price
 * @param openPrice first price of the window
 * @param highPrice highest price of the window
 * @param lowPrice lowest price of the window
 * @param volume quantity, in the base asset
 * @param quoteVolume what was paid, in the quote asset
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams#individual-symbol-mini-ticker-stream">WebSocket streams</a>
 */
public record MiniTickerEvent(
        Instant eventTime,
        String symbol,
        BigDecimal lastPrice,
        BigDecimal openPrice,
        BigDecimal highPrice,
        BigDecimal lowPrice,
        BigDecimal volume,
        BigDecimal quoteVolume) {}
