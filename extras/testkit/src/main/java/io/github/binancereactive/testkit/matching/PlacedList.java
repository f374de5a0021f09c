/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.util.List;

/**
 * An order list that was taken.
 *
 * @param list the list as the answer shows it
 * @param orders its orders as the answer shows them, in the order of the list
 */
public record PlacedList(OrderListSnapshot list, List<PlacedOrder> orders) {

    /** Copies the list. */
    public PlacedList {
        orders = List.copyOf(orders);
    }
}
