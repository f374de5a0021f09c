/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

import org.jspecify.annotations.Nullable;

/**
 * That a new order would be taken, as far as can be told without placing it; and what it would cost, when that was asked for.
 *
 * @param standardCommissionForOrder the standard commission; null when it wasn't asked for
 * @param specialCommissionForOrder a special commission; null when it wasn't asked for, or there is none
 * @param taxCommissionForOrder taxes; null when they weren't asked for
 * @param discount the discount on the standard commission; null when it wasn't asked for
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#test-new-order-trade">Test new order</a>
 */
public record OrderTest(
        @Nullable OrderCommission standardCommissionForOrder,
        @Nullable OrderCommission specialCommissionForOrder,
        @Nullable OrderCommission taxCommissionForOrder,
        @Nullable CommissionDiscount discount) {}
