/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

/**
 * How many orders an account has open, on a symbol or on the whole exchange.
 *
 * @param orders all of them
 * @param algoOrders those with a stop price or trailing delta
 * @param icebergOrders those with an iceberg quantity
 * @param orderLists order lists, each counted once
 */
public record OpenOrders(int orders, int algoOrders, int icebergOrders, int orderLists) {

    /** None at all. */
    public static final OpenOrders NONE = new OpenOrders(0, 0, 0, 0);
}
