/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.ListStatusType;
import io.github.binancereactive.core.model.trade.OrderStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the orders of a list do to each other.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints">Order lists</a>
 */
final class Lists {

    private final Floor floor;
    private final Lifecycle lifecycle;

    Lists(Floor floor, Lifecycle lifecycle) {
        this.floor = floor;
        this.lifecycle = lifecycle;
    }

    /** An order was filled in part or has been triggered: the other of its pair expires. */
    void touched(Order order) {
        OrderList list = order.list();
        Order sibling = list == null ? null : list.sibling(order);
        if (sibling != null && !sibling.isDone()) {
            lifecycle.expire(sibling, ExpiryReason.OCO_TRIGGER);
        }
    }

    void ended(Order order) {
        OrderList list = order.list();
        if (list == null) {
            return;
        }
        if (order == list.working()) {
            workingEnded(list, order);
        } else if (order.status() != OrderStatus.CANCELED && !isEndedByOther(order)) {
            touched(order);
        }
        if (list.allEnded() && !list.isDone()) {
            floor.journal().list(list, ListStatusType.ALL_DONE);
            list.account().closed(list);
        }
    }

    private static boolean isEndedByOther(Order order) {
        return order.expiryReason() == ExpiryReason.OCO_TRIGGER
                || order.expiryReason() == ExpiryReason.OTO_PHASE_ONE_EXPIRED;
    }

    private void workingEnded(OrderList list, Order working) {
        if (working.status() == OrderStatus.FILLED) {
            // Later, because the answer to the request that filled it still shows the others as pending.
            floor.later(() -> start(list));
        } else if (working.status() != OrderStatus.CANCELED) {
            List.copyOf(list.dependents()).stream()
                    .filter(order -> !order.isDone())
                    .forEach(order -> lifecycle.expire(order, ExpiryReason.OTO_PHASE_ONE_EXPIRED));
        }
    }

    /** The working order is filled: the orders that waited for it are placed. */
    private void start(OrderList list) {
        List<Order> pending =
                list.dependents().stream().filter(order -> !order.isDone()).toList();
        if (list.kind().isPaidByWorkingOrder()) {
            pending.forEach(Lists::size);
        }
        for (Order order : pending) {
            if (!isAdmitted(order)) {
                lifecycle.expire(order, ExpiryReason.REJECTED);
                return;
            }
        }
        for (Order order : pending) {
            start(order);
        }
        if (!list.isDone()) {
            floor.journal().list(list, ListStatusType.EXEC_STARTED);
        }
    }

    /** As much of what was received as the filters of the quantity let pass; the rest is released. */
    private static void size(Order order) {
        BigDecimal qty = Appetite.floor(order.hold().amount(), order.market().step());
        Optional<Filter.LotSize> lot = order.market().info().filter(Filter.LotSize.class);
        if (lot.isPresent()) {
            qty = qty.min(lot.get().maxQty());
        }
        Optional<Filter.MarketLotSize> market = order.market().info().filter(Filter.MarketLotSize.class);
        if (market.isPresent()
                && Lifecycle.isMarket(order.request().type())
                && market.get().maxQty().signum() > 0) {
            qty = qty.min(market.get().maxQty());
        }
        order.quantity(qty);
    }

    private boolean isAdmitted(Order order) {
        try {
            floor.entry().started(order);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private void start(Order order) {
        if (!order.isDone()) {
            order.starts(floor.now());
            lifecycle.begin(order);
        }
    }
}
