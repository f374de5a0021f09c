/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.stream;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A trade that has just happened on the book.
 *
 * @param eventTime when the exchange sent it
 * @param symbol name of the symbol
 * @param id number of the trade, within its symbol; counts up by one
 * @param price price
 * @param qty quantity, in the base asset
 * @param tradeTime when it happened
 * @param isBuyerMaker whether the buyer's order was on the book: the seller came to it
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams#trade-streams">WebSocket streams</a>
 */
public record TradeEvent(
        Instant eventTime,
        String symbol,
        long id,
        BigDecimal price,
        BigDecimal qty,
        Instant tradeTime,
        boolean isBuyerMaker) {}
