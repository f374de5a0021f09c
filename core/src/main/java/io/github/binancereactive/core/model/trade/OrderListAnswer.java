/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

import java.time.Instant;
import java.util.List;

/**
 * That a list of orders was taken.
 *
 * @param orderListId the exchange's number for it
 * @param contingencyType how its orders depend on each other
 * @param listStatusType what the status is about
 * @param listOrderStatus how far it has come
 * @param listClientOrderId the caller's id for it
 * @param transactionTime when the exchange did it
 * @param symbol its symbol
 * @param orders its orders
 * @param orderReports its orders, each with as much as the response type of the request asked for
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#new-order-list---oco-trade">New order list</a>
 */
public record OrderListAnswer(
        long orderListId,
        ContingencyType contingencyType,
        ListStatusType listStatusType,
        ListOrderStatus listOrderStatus,
        String listClientOrderId,
        Instant transactionTime,
        String symbol,
        List<OrderListMember> orders,
        List<OrderAnswer> orderReports) {

    /** Copies the lists. */
    public OrderListAnswer {
        orders = List.copyOf(orders);
        orderReports = List.copyOf(orderReports);
    }
}
