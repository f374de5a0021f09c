/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.trade.CancelRestrictions;
import org.jspecify.annotations.Nullable;

/**
 * An order that is to be canceled.
 *
 * @param symbol the symbol
 * @param order which order
 * @param newClientOrderId names the cancel; null for a generated id
 * @param restrictions the state that it must be in; null for any
 */
public record CancelRequest(
        String symbol,
        OrderKey order,
        @Nullable String newClientOrderId,
        @Nullable CancelRestrictions restrictions) {

    /**
     * A cancel without anything optional.
     *
     * @param symbol the symbol
     * @param order which order
     * @return the request
     */
    public static CancelRequest of(String symbol, OrderKey order) {
        return new CancelRequest(symbol, order, null, null);
    }
}
