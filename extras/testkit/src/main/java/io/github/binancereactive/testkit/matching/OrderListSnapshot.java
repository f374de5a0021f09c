/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.trade.ContingencyType;
import io.github.binancereactive.core.model.trade.ListOrderStatus;
import io.github.binancereactive.core.model.trade.ListStatusType;
import java.util.List;

/**
 * An order list as it stood at one moment.
 *
 * @param accountId whose list it is
 * @param orderListId its id
 * @param contingencyType OCO, or OTO for all that have a working order
 * @param listStatusType what last happened to it
 * @param listOrderStatus whether it is active
 * @param listClientOrderId its client order id
 * @param transactionTime when it last changed, in microseconds
 * @param symbol the symbol
 * @param orders its orders
 */
public record OrderListSnapshot(
        long accountId,
        long orderListId,
        ContingencyType contingencyType,
        ListStatusType listStatusType,
        ListOrderStatus listOrderStatus,
        String listClientOrderId,
        long transactionTime,
        String symbol,
        List<Member> orders) {

    /** Copies the list. */
    public OrderListSnapshot {
        orders = List.copyOf(orders);
    }

    /**
     * An order of a list.
     *
     * @param symbol the symbol
     * @param orderId its id
     * @param clientOrderId its client order id
     */
    public record Member(String symbol, long orderId, String clientOrderId) {}
}
