/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.Filter;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * The filters that count what an account has open, on a symbol or on the exchange, and the one that adds up its position.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/filters">Filters</a>
 */
final class CountFilters {

    private final Account account;
    private final Market market;
    private final List<Order> orders;
    private final int lists;

    private CountFilters(Account account, Market market, List<Order> orders, int lists) {
        this.account = account;
        this.market = market;
        this.orders = orders;
        this.lists = lists;
    }

    static void check(Floor floor, Account account, Market market, List<Order> orders, int lists) {
        CountFilters counts = new CountFilters(account, market, orders, lists);
        market.info().filters().forEach(counts::onSymbol);
        floor.settings().exchangeFilters().forEach(counts::onExchange);
    }

    private int algo() {
        return (int) orders.stream()
                .filter(order -> Desk.isAlgo(order.request().type()))
                .count();
    }

    private int icebergs() {
        return (int)
                orders.stream().filter(order -> order.request().isIceberg()).count();
    }

    private static void require(int more, long open, int limit, Filter filter) {
        if (more > 0 && open + more > limit) {
            throw Refusals.filter(filter.filterType());
        }
    }

    private void onSymbol(Filter filter) {
        Desk desk = account.desk(market.symbol());
        if (filter instanceof Filter.MaxNumOrders rule) {
            require(orders.size(), desk.open().size(), rule.maxNumOrders(), rule);
        } else if (filter instanceof Filter.MaxNumAlgoOrders rule) {
            require(algo(), desk.openAlgo(), rule.maxNumAlgoOrders(), rule);
        } else if (filter instanceof Filter.MaxNumIcebergOrders rule) {
            require(icebergs(), desk.openIceberg(), rule.maxNumIcebergOrders(), rule);
        } else if (filter instanceof Filter.MaxNumOrderLists rule) {
            require(lists, lists == 0 ? 0 : account.openLists(market), rule.maxNumOrderLists(), rule);
        } else if (filter instanceof Filter.MaxPosition rule) {
            position(rule);
        }
    }

    private void position(Filter.MaxPosition rule) {
        if (account.isHouse()) {
            return;
        }
        BigDecimal bought = BigDecimal.ZERO;
        for (Order order : orders) {
            if (order.isBuy()) {
                bought = bought.add(order.remaining());
            }
        }
        boolean buys = orders.stream().anyMatch(Order::isBuy);
        if (buys && account.position(market).add(bought).compareTo(rule.maxPosition()) > 0) {
            throw Refusals.filter(rule.filterType());
        }
    }

    private void onExchange(Filter filter) {
        if (filter instanceof Filter.ExchangeMaxNumOrders rule) {
            require(orders.size(), sum(desk -> desk.open().size()), rule.maxNumOrders(), rule);
        } else if (filter instanceof Filter.ExchangeMaxNumAlgoOrders rule) {
            require(algo(), sum(Desk::openAlgo), rule.maxNumAlgoOrders(), rule);
        } else if (filter instanceof Filter.ExchangeMaxNumIcebergOrders rule) {
            require(icebergs(), sum(Desk::openIceberg), rule.maxNumIcebergOrders(), rule);
        } else if (filter instanceof Filter.ExchangeMaxNumOrderLists rule) {
            require(lists, account.openLists().size(), rule.maxNumOrderLists(), rule);
        }
    }

    private int sum(ToIntFunction<Desk> count) {
        return account.desks().stream().mapToInt(count).sum();
    }
}
