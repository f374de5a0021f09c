/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.ExecutionType;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.TimeInForce;

/** What happens to an order: it comes on the book, is triggered, and ends. Whatever happens, its list is told. */
final class Lifecycle {

    private final Floor floor;
    private final Matching matching;
    private final Lists lists;

    Lifecycle(Floor floor) {
        this.floor = floor;
        this.matching = new Matching(floor, this);
        this.lists = new Lists(floor, this);
    }

    Lists lists() {
        return lists;
    }

    /** Begins what it was placed for: to wait for its price, or to work. */
    void begin(Order order) {
        if (Desk.isAlgo(order.request().type())) {
            floor.entry().track(order);
            order.waits(Order.Phase.CONTINGENT);
            floor.journal().order(ExecutionType.NEW, order);
            order.market().watch().add(order);
        } else {
            work(order);
        }
    }

    /** Comes on the book: takes what it can, and then rests or expires. */
    void work(Order order) {
        order.works(floor.now());
        floor.journal().order(ExecutionType.NEW, order);
        if (order.timeInForce() == TimeInForce.FOK && !Walk.of(order).isFilled()) {
            expire(order, ExpiryReason.UNFILLED_FOK_ORDER_EXPIRED);
            return;
        }
        matching.take(order);
        if (!order.isDone()) {
            rest(order);
        }
    }

    private void rest(Order order) {
        if (isMarket(order.request().type())) {
            expire(order, ExpiryReason.INSUFFICIENT_LIQUIDITY);
        } else if (order.timeInForce() == TimeInForce.IOC) {
            expire(order, ExpiryReason.UNFILLED_IOC_QUANTITY_EXPIRED);
        } else {
            order.market().book().add(order);
        }
    }

    static boolean isMarket(OrderType type) {
        return type == OrderType.MARKET || type == OrderType.STOP_LOSS || type == OrderType.TAKE_PROFIT;
    }

    /** Its price has come: as the order that it stands for, it is looked at anew. */
    void trigger(Order order) {
        if (order.phase() != Order.Phase.CONTINGENT) {
            return;
        }
        lists.touched(order);
        try {
            floor.entry().triggered(order);
        } catch (Refusal refusal) {
            expire(order, ExpiryReason.REJECTED);
            return;
        }
        work(order);
    }

    void traded(Order order) {
        if (order.isDone()) {
            closed(order);
        } else {
            lists.touched(order);
            order.hold().adjust();
        }
    }

    void prevented(Order order) {
        if (order.isDone()) {
            closed(order);
        } else {
            order.hold().adjust();
        }
    }

    void expire(Order order, ExpiryReason reason) {
        end(order, OrderStatus.EXPIRED, reason);
        floor.journal().order(ExecutionType.EXPIRED, order);
        closed(order);
    }

    void cancel(Order order, String cancelId) {
        end(order, OrderStatus.CANCELED, ExpiryReason.NONE);
        floor.journal().canceled(order, cancelId);
        closed(order);
    }

    private void end(Order order, OrderStatus status, ExpiryReason reason) {
        order.market().book().remove(order);
        order.market().watch().remove(order);
        order.ends(status, reason, floor.now());
    }

    private void closed(Order order) {
        order.desk().closed(order);
        lists.ended(order);
        order.hold().adjust();
    }
}
