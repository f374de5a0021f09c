/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.account;

import io.github.binancereactive.core.model.trade.ContingencyType;
import io.github.binancereactive.core.model.trade.ListOrderStatus;
import io.github.binancereactive.core.model.trade.ListStatusType;
import io.github.binancereactive.core.model.trade.OrderListMember;
import java.time.Instant;
import java.util.List;

/**
 * An order list as the exchange has it when asked. It names its orders; how they fare, each of them has to be asked for.
 *
 * @param orderListId the exchange's number of the list
 * @param contingencyType how its orders depend on each other
 * @param listStatusType what was reported about the list last
 * @param listOrderStatus how far it has come
 * @param listClientOrderId the name that the client gave the list, or the exchange when the client gave none
 * @param transactionTime when it last changed
 * @param symbol what is traded
 * @param orders its orders
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/account-endpoints">Query order list</a>
 */
public record OrderList(
        long orderListId,
        ContingencyType contingencyType,
        ListStatusType listStatusType,
        ListOrderStatus listOrderStatus,
        String listClientOrderId,
        Instant transactionTime,
        String symbol,
        List<OrderListMember> orders) {

    /** Copies the list. */
    public OrderList {
        orders = List.copyOf(orders);
    }
}
