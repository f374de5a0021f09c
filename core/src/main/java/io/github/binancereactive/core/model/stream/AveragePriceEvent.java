/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.stream;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The average price of the last minutes.
 *
 * @param eventTime when the exchange sent it
 * @param symbol name of the symbol
 * @param interval over which time, such as {@code 5m}
 * @param price average price
 * @param closeTime time of the last trade
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams#average-price">WebSocket streams</a>
 */
public record AveragePriceEvent(
        Instant eventTime, String symbol, String interval, BigDecimal price, Instant closeTime) {}
