/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.account;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trade of the account's own, told from its side: unlike a trade of the market, it says whose order it was and what it cost.
 *
 * @param symbol what was traded
 * @param id the exchange's number of the trade, unique within its symbol
 * @param orderId the order that was filled by it
 * @param orderListId the list of that order; -1 when it belongs to none
 * @param price price
 * @param qty quantity
 * @param quoteQty price times quantity
 * @param commission what it cost, in {@code commissionAsset}
 * @param commissionAsset the asset that it was paid in; null when it cost nothing and the exchange names none
 * @param time when
 * @param isBuyer whether the account bought
 * @param isMaker whether its order rested on the book
 * @param isBestMatch whether it was the best price at the time, by the exchange's word
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/account-endpoints">Account trade list</a>
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
        @Nullable String commissionAsset,
        Instant time,
        boolean isBuyer,
        boolean isMaker,
        boolean isBestMatch) {}
