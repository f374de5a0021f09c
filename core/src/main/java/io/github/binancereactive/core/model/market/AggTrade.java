/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The trades that one taker's order made at one time and price, added up.
 *
 * @param aggTradeId number of the aggregate trade, within its symbol
 * @param price price
 * @param qty quantity of all of them, in the base asset
 * @param firstTradeId the first trade in it
 * @param lastTradeId the last trade in it
 * @param time when it happened
 * @param isBuyerMaker whether the buyer's order was on the book: the seller came to it
 * @param isBestMatch whether it was the best price at that time
 */
public record AggTrade(
        long aggTradeId,
        BigDecimal price,
        BigDecimal qty,
        long firstTradeId,
        long lastTradeId,
        Instant time,
        boolean isBuyerMaker,
        boolean isBestMatch) {}
