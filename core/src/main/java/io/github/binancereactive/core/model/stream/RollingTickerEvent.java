/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.stream;

import io.github.binancereactive.core.model.market.Ticker;
import java.time.Instant;

/**
 * What was traded within a rolling window, which opens on a minute.
 *
 * @param eventTime when the exchange sent it
 * @param window length of the window: {@code 1h}, {@code 4h} or {@code 1d}
 * @param ticker the same as a request for it answers
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams#individual-symbol-rolling-window-statistics-streams">WebSocket streams</a>
 */
public record RollingTickerEvent(Instant eventTime, String window, Ticker ticker) {}
