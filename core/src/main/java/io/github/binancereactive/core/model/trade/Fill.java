/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One trade that a new order was filled with at once.
 *
 * @param price price of the trade
 * @param qty quantity in the base asset
 * @param commission what the trade cost
 * @param commissionAsset in which asset it was paid
 * @param tradeId number of the trade; -1 for an allocation
 * @param matchType how smart order routing matched it; null for a trade on the book
 * @param allocId number of the allocation; null for a trade on the book
 */
public record Fill(
        BigDecimal price,
        BigDecimal qty,
        BigDecimal commission,
        String commissionAsset,
        long tradeId,
        @Nullable String matchType,
        @Nullable Long allocId) {}
