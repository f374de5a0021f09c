/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.stream;

import io.github.binancereactive.core.model.market.Ticker24hr;
import java.time.Instant;

/**
 * What was traded within the last 24 hours, and the best prices on the book.
 *
 * @param eventTime when the exchange sent it
 * @param ticker the same as a request for it answers
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams#individual-symbol-ticker-streams">WebSocket streams</a>
 */
public record TickerEvent(Instant eventTime, Ticker24hr ticker) {}
