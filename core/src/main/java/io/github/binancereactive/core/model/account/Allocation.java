/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.account;

import io.github.binancereactive.core.model.trade.AllocationType;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What smart order routing allocated to an order: a fill from another symbol's book.
 *
 * @param symbol symbol of the order
 * @param allocationId the exchange's number of the allocation, unique within its symbol
 * @param allocationType where it comes from
 * @param orderId the order that was filled by it
 * @param orderListId the list of that order; -1 when it belongs to none
 * @param price price
 * @param qty quantity
 * @param quoteQty price times quantity
 * @param commission what it cost, in {@code commissionAsset}; null when the exchange names none
 * @param commissionAsset the asset that it was paid in; null when the exchange names none
 * @param time when
 * @param isBuyer whether the account bought
 * @param isMaker whether its order rested on the book
 * @param isAllocator whether the account gave rather than got; false for the accounts of traders
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/sor_faq">Smart order routing</a>
 */
public record Allocation(
        String symbol,
        long allocationId,
        AllocationType allocationType,
        long orderId,
        long orderListId,
        BigDecimal price,
        BigDecimal qty,
        BigDecimal quoteQty,
        @Nullable BigDecimal commission,
        @Nullable String commissionAsset,
        Instant time,
        boolean isBuyer,
        boolean isMaker,
        boolean isAllocator) {}
