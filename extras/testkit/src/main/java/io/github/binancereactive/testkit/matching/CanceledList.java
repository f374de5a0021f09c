/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.util.List;

/**
 * An order list that was canceled.
 *
 * @param list the list
 * @param orders those of its orders that the cancel ended
 */
public record CanceledList(OrderListSnapshot list, List<CanceledOrder> orders) implements Canceled {

    /** Copies the list. */
    public CanceledList {
        orders = List.copyOf(orders);
    }
}
