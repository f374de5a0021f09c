/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.stream;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The trades that one taker's order has just made at one price, added up.
 *
 * @param eventTime when the exchange sent it
 * @param symbol name of the symbol
 * @param aggTradeId number of the aggregate trade, within its symbol; counts up by one
 * @param price price
 * @param qty quantity of all of them, in the base asset
 * @param firstTradeId the first trade in it
 * @param lastTradeId the last trade in it
 * @param tradeTime when it happened
 * @param isBuyerMaker whether the buyer's order was on the book: the seller came to it
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams#aggregate-trade-streams">WebSocket streams</a>
 */
public record AggTradeEvent(
        Instant eventTime,
        String symbol,
        long aggTradeId,
        BigDecimal price,
        BigDecimal qty,
        long firstTradeId,
        long lastTradeId,
        Instant tradeTime,
        boolean isBuyerMaker) {}
