/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;

/**
 * A part of an order that was filled.
 *
 * @param tradeId the trade
 * @param price its price
 * @param qty its base quantity
 * @param quoteQty its quote quantity
 * @param commission what the order paid for it
 * @param commissionAsset in which asset
 */
public record Fill(
        long tradeId,
        BigDecimal price,
        BigDecimal qty,
        BigDecimal quoteQty,
        BigDecimal commission,
        String commissionAsset) {}
