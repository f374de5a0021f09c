/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.stream;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A trade that two parties have just agreed on beside the book.
 *
 * @param eventTime when the exchange sent it
 * @param symbol name of the symbol
 * @param id number of the block trade, within its symbol; these numbers are not those of trades on the book
 * @param price price
 * @param qty quantity, in the base asset
 * @param tradeTime when it happened
 * @param isBuyerMaker whether the buyer was the maker
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams#block-trade-streams">WebSocket streams</a>
 */
public record BlockTradeEvent(
        Instant eventTime,
        String symbol,
        long id,
        BigDecimal price,
        BigDecimal qty,
        Instant tradeTime,
        boolean isBuyerMaker) {}
