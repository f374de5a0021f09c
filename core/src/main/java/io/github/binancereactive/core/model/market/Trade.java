/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * One trade on the book.
 *
 * @param id number of the trade, within its symbol
 * @param price price
 * @param qty quantity, in the base asset
 * @param quoteQty what was paid, in the quote asset
 * @param time when it happened
 * @param isBuyerMaker whether the buyer's order was on the book: the seller came to it
 * @param isBestMatch whether it was the best price at that time
 */
public record Trade(
        long id,
        BigDecimal price,
        BigDecimal qty,
        BigDecimal quoteQty,
        Instant time,
        boolean isBuyerMaker,
        boolean isBestMatch) {}
