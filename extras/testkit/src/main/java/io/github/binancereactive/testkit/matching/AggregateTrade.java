/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;

/**
 * Trades of one taker order at one price.
 *
 * @param id its id, unique on the symbol
 * @param price the price
 * @param qty base quantity
 * @param firstTradeId first trade
 * @param lastTradeId last trade
 * @param time when, in microseconds
 * @param isBuyerMaker whether the buyer was on the book
 */
public record AggregateTrade(
        long id,
        BigDecimal price,
        BigDecimal qty,
        long firstTradeId,
        long lastTradeId,
        long time,
        boolean isBuyerMaker) {}
