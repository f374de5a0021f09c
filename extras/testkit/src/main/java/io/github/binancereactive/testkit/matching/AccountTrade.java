/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;

/**
 * A trade as one side of it sees it.
 *
 * @param symbol the symbol
 * @param id the trade
 * @param orderId the order of this side
 * @param orderListId its order list; -1 for none
 * @param price the price
 * @param qty base quantity
 * @param quoteQty quote quantity
 * @param commission what this side paid
 * @param commissionAsset in which asset
 * @param time when, in microseconds
 * @param isBuyer whether this side bought
 * @param isMaker whether this side was on the book
 */
public record AccountTrade(
        String symbol,
        long id,
        long orderId,
        long orderListId,
        BigDecimal price,
        BigDecimal qty,
        BigDecimal quoteQty,
        BigDecimal commission,
        String commissionAsset,
        long time,
        boolean isBuyer,
        boolean isMaker) {}
