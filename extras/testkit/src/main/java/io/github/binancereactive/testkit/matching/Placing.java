/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.OrderStatus;
import java.math.BigDecimal;
import java.util.List;

/** Places single orders: first everything that can be refused, then everything that changes something. */
final class Placing {

    private final Floor floor;

    Placing(Floor floor) {
        this.floor = floor;
    }

    /** What the exchange checks before it asks the matching engine. */
    Order checked(Account account, OrderRequest sent) {
        Market market = floor.market(sent.symbol());
        SymbolRules.mayTrade(account, market);
        OrderRequest request = sent.withDefaults(market.info().defaultSelfTradePreventionMode());
        SymbolRules.check(market.info(), request, false);
        Order order = new Order(request, account, market);
        if (!Desk.isAlgo(request.type())) {
            floor.entry().peg(order);
        }
        OrderFilters.check(order, floor.now());
        CountFilters.check(floor, account, market, List.of(order), 0);
        return order;
    }

    PlacedOrder place(Order order) {
        OrderRequest request = order.request();
        String clientId = request.newClientOrderId();
        if (clientId != null && order.desk().hasOpen(clientId)) {
            throw Refusals.duplicate();
        }
        floor.entry().keepsDistance(order);
        fund(order);
        order.accepted(order.market().nextOrderId(), floor.clientId(clientId), OrderStatus.NEW, floor.now());
        order.desk().opened(order);
        order.account().unfilled().placed(1, floor.now());
        floor.lifecycle().begin(order);
        return answer(order);
    }

    /** The same order, looked at anew after the book has changed. */
    Order again(Order order) {
        Order again = new Order(order.request(), order.account(), order.market());
        if (!Desk.isAlgo(order.request().type())) {
            floor.entry().peg(again);
        }
        return again;
    }

    private void fund(Order order) {
        new Hold(balance(order)).covers(order);
        floor.entry().estimate(order, null);
        if (Desk.isAlgo(order.request().type())) {
            floor.entry().fundWaiting(order);
        } else {
            liquid(order);
            floor.entry().fundWorking(order);
        }
    }

    static Balance balance(Order order) {
        Market market = order.market();
        return order.account().balance(order.isBuy() ? market.quote() : market.base());
    }

    /** An order by quote quantity has to find enough to trade at least the smallest lot. */
    private static void liquid(Order order) {
        if (order.request().type() != OrderType.MARKET || order.request().quoteOrderQty() == null) {
            return;
        }
        BigDecimal qty = Walk.of(order).qty();
        if (Walk.bestFor(order) == null) {
            throw Refusals.rejected("Order book liquidity is less than symbol minimum quantity.");
        }
        for (Filter filter : order.market().info().filters()) {
            if (filter instanceof Filter.LotSize rule) {
                require(qty.compareTo(rule.minQty()) >= 0, rule);
            } else if (filter instanceof Filter.MarketLotSize rule) {
                require(qty.compareTo(rule.minQty()) >= 0, rule);
                if (rule.maxQty().signum() > 0 && qty.compareTo(rule.maxQty()) > 0) {
                    throw Refusals.filter(rule.filterType());
                }
            }
        }
    }

    private static void require(boolean enough, Filter filter) {
        if (!enough) {
            throw Refusals.rejected(
                    "Order book liquidity is less than `" + filter.filterType() + "` filter minimum quantity.");
        }
    }

    PlacedOrder answer(Order order) {
        return new PlacedOrder(order.snapshot(), floor.now(), order.fills(), order.preventedMatches());
    }
}
