/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

import java.time.Instant;
import java.util.List;

/**
 * A list of orders that was canceled.
 *
 * @param orderListId the exchange's number for it
 * @param contingencyType how its orders depend on each other
 * @param listStatusType what the status is about
 * @param listOrderStatus how far it has come
 * @param listClientOrderId the caller's id for it
 * @param transactionTime when the exchange did it
 * @param symbol its symbol
 * @param orders its orders
 * @param orderReports what was canceled
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#cancel-order-list-trade">Cancel order list</a>
 */
public record CanceledOrderList(
        long orderListId,
        ContingencyType contingencyType,
        ListStatusType listStatusType,
        ListOrderStatus listOrderStatus,
        String listClientOrderId,
        Instant transactionTime,
        String symbol,
        List<OrderListMember> orders,
        List<CanceledOrder> orderReports)
        implements CancelAnswer {

    /** Copies the lists. */
    public CanceledOrderList {
        orders = List.copyOf(orders);
        orderReports = List.copyOf(orderReports);
    }
}
