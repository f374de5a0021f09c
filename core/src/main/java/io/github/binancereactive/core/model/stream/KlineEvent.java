/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.stream;

import io.github.binancereactive.core.model.market.Kline;
import java.time.Instant;

/**
 * A kline as it stands now; the last event about a kline says that it is closed.
 *
 * @param eventTime when the exchange sent it
 * @param symbol name of the symbol
 * @param interval how long the kline lasts, such as {@code 1m}; see {@link io.github.binancereactive.core.model.market.KlineInterval#wire()}
 * @param firstTradeId the first trade of the kline; -1 when there was none
 * @param lastTradeId the last trade of the kline; -1 when there was none
 * @param isClosed whether the kline is final
 * @param kline what was traded within it so far
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams#klinecandlestick-streams-for-utc">WebSocket streams</a>
 */
public record KlineEvent(
        Instant eventTime,
        String symbol,
        String interval,
        long firstTradeId,
        long lastTradeId,
        boolean isClosed,
        Kline kline) {}
