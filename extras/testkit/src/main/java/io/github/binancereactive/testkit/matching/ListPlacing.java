/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.trade.ExecutionType;
import io.github.binancereactive.core.model.trade.ListStatusType;
import io.github.binancereactive.core.model.trade.OrderStatus;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Places order lists: first everything that can be refused, then everything that changes something. */
final class ListPlacing {

    private final Floor floor;
    private final Placing placing;

    ListPlacing(Floor floor, Placing placing) {
        this.floor = floor;
        this.placing = placing;
    }

    PlacedList place(Account account, ListRequest request) {
        OrderList list = checked(account, request);
        account.unfilled().check(list.orders().size(), floor.now());
        refuseDuplicates(account, request);
        distances(list);
        fund(list);
        accept(list, request);
        begin(list);
        return new PlacedList(
                list.snapshot(), list.orders().stream().map(placing::answer).toList());
    }

    private OrderList checked(Account account, ListRequest request) {
        Market market = floor.market(request.symbol());
        SymbolRules.mayTrade(account, market);
        ListRules.check(market.info(), request);
        List<Order> orders = new ArrayList<>();
        for (OrderRequest sent : ListRules.inOrder(request)) {
            OrderRequest complete = sent.withDefaults(market.info().defaultSelfTradePreventionMode());
            boolean isPaid = request.kind().isPaidByWorkingOrder() && !orders.isEmpty();
            SymbolRules.check(market.info(), complete, isPaid);
            orders.add(new Order(complete, account, market));
        }
        OrderList list = new OrderList(request.kind(), account, market, orders);
        for (Order order : orders) {
            if (beginsNow(list, order) && !Desk.isAlgo(order.request().type())) {
                floor.entry().peg(order);
            }
            OrderFilters.check(order, floor.now());
        }
        CountFilters.check(floor, account, market, orders, 1);
        return list;
    }

    private static boolean beginsNow(OrderList list, Order order) {
        return !list.kind().hasWorkingOrder() || order == list.working();
    }

    private static void refuseDuplicates(Account account, ListRequest request) {
        if (request.listClientOrderId() != null && account.hasOpenList(request.listClientOrderId())) {
            throw Refusals.duplicate();
        }
        Set<String> sent = new HashSet<>();
        for (OrderRequest order : request.orders()) {
            String clientId = order.newClientOrderId();
            boolean isUsed =
                    clientId != null && (account.desk(request.symbol()).hasOpen(clientId) || !sent.add(clientId));
            if (isUsed) {
                throw Refusals.duplicate();
            }
        }
    }

    private void distances(OrderList list) {
        if (list.kind().hasPair()) {
            BigDecimal last =
                    list.kind().hasWorkingOrder() ? null : list.market().lastPrice();
            ListRules.prices(list.dependents(), last);
        }
        list.orders().stream().filter(order -> beginsNow(list, order)).forEach(floor.entry()::keepsDistance);
    }

    /** All or nothing: what was locked for the first orders is released when there is not enough for the last. */
    private void fund(OrderList list) {
        List<Hold> holds = holds(list);
        BigDecimal otherwise = list.orders().get(0).price();
        list.orders().forEach(order -> floor.entry().estimate(order, otherwise));
        for (Hold hold : holds) {
            if (!hold.adjust()) {
                holds.forEach(taken -> taken.set(BigDecimal.ZERO));
                throw Refusals.insufficientBalance();
            }
        }
    }

    private static List<Hold> holds(OrderList list) {
        List<Hold> holds = new ArrayList<>(2);
        Order working = list.working();
        if (working != null) {
            holds.add(hold(List.of(working)));
        }
        Hold dependents = hold(list.dependents());
        holds.add(dependents);
        if (working != null && list.kind().isPaidByWorkingOrder()) {
            working.proceeds(dependents);
        }
        return holds;
    }

    private static Hold hold(List<Order> orders) {
        Hold hold = new Hold(Placing.balance(orders.get(0)));
        orders.forEach(hold::covers);
        return hold;
    }

    private void accept(OrderList list, ListRequest request) {
        list.accepted(floor.nextListId(), floor.clientId(request.listClientOrderId()), floor.now());
        for (Order order : list.orders()) {
            OrderStatus first = beginsNow(list, order) ? OrderStatus.NEW : OrderStatus.PENDING_NEW;
            String clientId = floor.clientId(order.request().newClientOrderId());
            order.accepted(list.market().nextOrderId(), clientId, first, floor.now());
            order.desk().opened(order);
        }
        list.account().opened(list);
        list.account().unfilled().placed(list.orders().size(), floor.now());
        floor.journal().list(list, ListStatusType.EXEC_STARTED);
    }

    private void begin(OrderList list) {
        for (Order order : list.orders()) {
            if (!beginsNow(list, order)) {
                floor.journal().order(ExecutionType.NEW, order);
            }
        }
        for (Order order : list.orders()) {
            if (beginsNow(list, order) && !order.isDone()) {
                floor.lifecycle().begin(order);
            }
        }
    }
}
