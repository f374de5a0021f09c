/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;

/**
 * A trade as everybody sees it.
 *
 * @param id its id, unique on the symbol
 * @param price the price
 * @param qty base quantity
 * @param quoteQty quote quantity
 * @param time when, in microseconds
 * @param isBuyerMaker whether the buyer was on the book
 */
public record MarketTrade(
        long id, BigDecimal price, BigDecimal qty, BigDecimal quoteQty, long time, boolean isBuyerMaker) {}
