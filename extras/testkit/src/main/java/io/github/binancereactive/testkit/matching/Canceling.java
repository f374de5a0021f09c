/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.trade.CancelRestrictions;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.OrderStatus;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cancels orders and order lists. */
final class Canceling {

    private final Floor floor;

    Canceling(Floor floor) {
        this.floor = floor;
    }

    Canceled cancel(Account account, CancelRequest request) {
        Order order = find(account, request);
        if (!isAllowed(order.status(), request.restrictions())) {
            throw Refusals.cancelRejected("Order was not canceled due to cancel restrictions.");
        }
        String cancelId = floor.clientId(request.newClientOrderId());
        OrderList list = order.list();
        return list == null ? cancel(order, cancelId) : cancel(list, cancelId);
    }

    private Order find(Account account, CancelRequest request) {
        Market market = floor.market(request.symbol());
        SymbolRules.mayAct(account);
        if (request.order().orderId() == null && request.order().clientOrderId() == null) {
            throw Refusals.noOrderNamed();
        }
        Order order = account.desk(market.symbol()).find(request.order());
        if (order == null || order.isDone()) {
            throw Refusals.unknownOrder();
        }
        return order;
    }

    private static boolean isAllowed(OrderStatus status, @Nullable CancelRestrictions restrictions) {
        if (restrictions == null) {
            return true;
        }
        return switch (restrictions) {
            case ONLY_NEW -> status == OrderStatus.NEW;
            case ONLY_PARTIALLY_FILLED -> status == OrderStatus.PARTIALLY_FILLED;
        };
    }

    List<Canceled> cancelAll(Account account, String symbol) {
        Market market = floor.market(symbol);
        SymbolRules.mayAct(account);
        List<Order> open = List.copyOf(account.desk(market.symbol()).open());
        if (open.isEmpty()) {
            throw Refusals.unknownOrder();
        }
        String cancelId = floor.clientId(null);
        List<Canceled> canceled = new ArrayList<>();
        Set<OrderList> lists = new LinkedHashSet<>();
        for (Order order : open) {
            if (order.list() == null) {
                canceled.add(cancel(order, cancelId));
            } else {
                lists.add(order.list());
            }
        }
        lists.forEach(list -> canceled.add(cancel(list, cancelId)));
        return canceled;
    }

    CanceledList cancelList(Account account, String symbol, OrderKey key, @Nullable String newClientOrderId) {
        Market market = floor.market(symbol);
        SymbolRules.mayAct(account);
        OrderList list = key.orderId() == null && key.clientOrderId() == null ? null : account.list(key);
        if (list == null || list.isDone() || list.market() != market) {
            throw Refusals.unknownOrder();
        }
        return cancel(list, floor.clientId(newClientOrderId));
    }

    /** The exchange ends an order, and the list it belongs to, by itself. */
    Order expire(Account account, String symbol, long orderId) {
        Order order = account.desk(floor.market(symbol).symbol()).find(OrderKey.of(orderId));
        if (order == null || order.isDone()) {
            throw Refusals.unknownOrder();
        }
        OrderList list = order.list();
        List<Order> ending = list == null ? List.of(order) : list.orders();
        ending.stream()
                .filter(each -> !each.isDone())
                .forEach(each -> floor.lifecycle().expire(each, ExpiryReason.EXCHANGE_CANCELED));
        return order;
    }

    private CanceledOrder cancel(Order order, String cancelId) {
        floor.lifecycle().cancel(order, cancelId);
        return new CanceledOrder(order.snapshot(), cancelId, floor.now());
    }

    private CanceledList cancel(OrderList list, String cancelId) {
        List<Order> open =
                list.orders().stream().filter(order -> !order.isDone()).toList();
        List<CanceledOrder> canceled = new ArrayList<>();
        open.forEach(order -> canceled.add(cancel(order, cancelId)));
        return new CanceledList(list.snapshot(), canceled);
    }
}
