/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.user;

import io.github.binancereactive.core.model.trade.ContingencyType;
import io.github.binancereactive.core.model.trade.ListOrderStatus;
import io.github.binancereactive.core.model.trade.ListStatusType;
import io.github.binancereactive.core.model.trade.OrderListMember;
import java.time.Instant;
import java.util.List;

/**
 * What happened to an order list. Its orders have execution reports of their own.
 *
 * @param eventTime when the exchange made the event
 * @param symbol what is traded
 * @param orderListId the exchange's number of the list
 * @param contingencyType how its orders depend on each other
 * @param listStatusType what this is about
 * @param listOrderStatus how far it has come
 * @param rejectReason why it was rejected, if it was
 * @param listClientOrderId the name that the client gave it
 * @param transactTime when it happened
 * @param orders its orders
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/user-data-stream">User Data Streams</a>
 */
public record ListStatus(
        Instant eventTime,
        String symbol,
        long orderListId,
        ContingencyType contingencyType,
        ListStatusType listStatusType,
        ListOrderStatus listOrderStatus,
        OrderRejectReason rejectReason,
        String listClientOrderId,
        Instant transactTime,
        List<OrderListMember> orders)
        implements UserDataEvent {

    /** Copies the list. */
    public ListStatus {
        orders = List.copyOf(orders);
    }

    @Override
    public String eventType() {
        return "listStatus";
    }
}
