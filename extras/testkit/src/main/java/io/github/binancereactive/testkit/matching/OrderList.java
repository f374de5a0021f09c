/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.trade.ContingencyType;
import io.github.binancereactive.core.model.trade.ListOrderStatus;
import io.github.binancereactive.core.model.trade.ListStatusType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order list, from its placement to the end of its last order. */
final class OrderList {

    private final ListRequest.Kind kind;
    private final Market market;
    private final Account account;
    private final List<Order> orders;
    private long id = -1;
    private String clientId = "";
    private ListStatusType statusType = ListStatusType.EXEC_STARTED;
    private boolean done;
    private long time;

    OrderList(ListRequest.Kind kind, Account account, Market market, List<Order> orders) {
        this.kind = kind;
        this.account = account;
        this.market = market;
        this.orders = List.copyOf(orders);
        this.orders.forEach(order -> order.list(this));
    }

    void accepted(long listId, String clientOrderId, long nowMicros) {
        id = listId;
        clientId = clientOrderId;
        time = nowMicros;
    }

    long id() {
        return id;
    }

    String clientId() {
        return clientId;
    }

    ListRequest.Kind kind() {
        return kind;
    }

    Market market() {
        return market;
    }

    Account account() {
        return account;
    }

    List<Order> orders() {
        return orders;
    }

    long time() {
        return time;
    }

    boolean isDone() {
        return done;
    }

    @Nullable Order working() {
        return kind.hasWorkingOrder() ? orders.get(0) : null;
    }

    /** The orders that wait for the working order, or the pair of an OCO. */
    List<Order> dependents() {
        return kind.hasWorkingOrder() ? orders.subList(1, orders.size()) : orders;
    }

    /** The other of a pair; null when the order has none. */
    @Nullable Order sibling(Order order) {
        List<Order> pair = dependents();
        if (!kind.hasPair() || !pair.contains(order)) {
            return null;
        }
        return pair.get(pair.get(0) == order ? 1 : 0);
    }

    boolean allEnded() {
        return orders.stream().allMatch(Order::isDone);
    }

    void changed(ListStatusType type, long nowMicros) {
        statusType = type;
        time = nowMicros;
        done = type == ListStatusType.ALL_DONE;
    }

    OrderListSnapshot snapshot() {
        return new OrderListSnapshot(
                account.id(),
                id,
                kind.hasWorkingOrder() ? ContingencyType.OTO : ContingencyType.OCO,
                statusType,
                done ? ListOrderStatus.ALL_DONE : ListOrderStatus.EXECUTING,
                clientId,
                time,
                market.symbol(),
                orders.stream()
                        .map(order -> new OrderListSnapshot.Member(market.symbol(), order.id(), order.clientId()))
                        .toList());
    }
}
