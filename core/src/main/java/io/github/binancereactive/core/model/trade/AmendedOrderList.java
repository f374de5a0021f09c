/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

import java.util.List;

/**
 * A list of orders after one of them was amended.
 *
 * @param orderListId the exchange's number for it
 * @param contingencyType how its orders depend on each other
 * @param listOrderStatus how far it has come
 * @param listClientOrderId the caller's id for it
 * @param symbol its symbol
 * @param orders its orders
 */
public record AmendedOrderList(
        long orderListId,
        ContingencyType contingencyType,
        ListOrderStatus listOrderStatus,
        String listClientOrderId,
        String symbol,
        List<OrderListMember> orders) {

    /** Copies the list. */
    public AmendedOrderList {
        orders = List.copyOf(orders);
    }
}
