/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import org.jspecify.annotations.Nullable;

/**
 * Names an order, or an order list. At least one of the two has to be there; when both are, the id is searched first and
 * must have that client order id.
 *
 * @param orderId order id or order list id; null when it is not given
 * @param clientOrderId client order id; null when it is not given
 */
public record OrderKey(@Nullable Long orderId, @Nullable String clientOrderId) {

    /**
     * An order by its id.
     *
     * @param orderId the id
     * @return its key
     */
    public static OrderKey of(long orderId) {
        return new OrderKey(orderId, null);
    }

    /**
     * An order by its client order id.
     *
     * @param clientOrderId the id
     * @return its key
     */
    public static OrderKey of(String clientOrderId) {
        return new OrderKey(null, clientOrderId);
    }
}
