/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A trade that two parties agreed on beside the book.
 *
 * @param id number of the block trade, within its symbol; these numbers are not those of {@link Trade}s
 * @param price price
 * @param qty quantity, in the base asset
 * @param quoteQty what was paid, in the quote asset
 * @param time when it happened
 * @param isBuyerMaker whether the buyer was the maker
 */
public record BlockTrade(
        long id, BigDecimal price, BigDecimal qty, BigDecimal quoteQty, Instant time, boolean isBuyerMaker) {}
