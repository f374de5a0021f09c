/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.trade.ContingencyType;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the money anew, from nothing but what the exchange shows. */
final class Audit {

    private final MatchingEngine engine;

    Audit(MatchingEngine engine) {
        this.engine = engine;
    }

    void check() {
        conservation();
        RandomTrading.ACCOUNTS.forEach(this::locks);
        RandomTrading.SYMBOLS.forEach(this::spread);
    }

    private void conservation() {
        for (String asset : List.of("BTC", "ODD", "BNB", "USDT")) {
            BigDecimal sum = engine.records().commissionTaken().getOrDefault(asset, BigDecimal.ZERO);
            for (long account : RandomTrading.ACCOUNTS) {
                BalanceSnapshot balance = balance(account, asset);
                assertThat(balance.free()).isNotNegative();
                assertThat(balance.locked()).isNotNegative();
                sum = sum.add(balance.free()).add(balance.locked());
            }
            BigDecimal paidIn =
                    RandomTrading.deposit(asset).multiply(BigDecimal.valueOf(RandomTrading.ACCOUNTS.size()));
            assertThat(sum).as(asset).isEqualByComparingTo(paidIn);
        }
    }

    private BalanceSnapshot balance(long account, String asset) {
        return engine.records().balances(account).stream()
                .filter(balance -> balance.asset().equals(asset))
                .findFirst()
                .orElseThrow();
    }

    private void locks(long account) {
        Map<String, BigDecimal> least = new HashMap<>();
        Map<String, BigDecimal> most = new HashMap<>();
        Map<Long, List<OrderSnapshot>> groups = new HashMap<>();
        for (OrderSnapshot order : engine.records().openOrders(account, null)) {
            if (isPaidFor(order)) {
                continue;
            }
            groups.computeIfAbsent(group(order), key -> new ArrayList<>()).add(order);
        }
        groups.values().forEach(group -> {
            BigDecimal need =
                    group.stream().map(Audit::need).max(BigDecimal::compareTo).orElseThrow();
            least.merge(asset(group.get(0)), need, BigDecimal::add);
            most.merge(asset(group.get(0)), need, BigDecimal::add);
        });
        engine.records().openOrderLists(account).forEach(list -> proceeds(account, list, least, most));
        for (String asset : List.of("BTC", "ODD", "BNB", "USDT")) {
            assertThat(balance(account, asset).locked())
                    .as("locked %s of %s", asset, account)
                    .isBetween(least.getOrDefault(asset, BigDecimal.ZERO), most.getOrDefault(asset, BigDecimal.ZERO));
        }
    }

    private static boolean isPaidFor(OrderSnapshot order) {
        return order.origQty() == null;
    }

    /** The pair of a list shares its money; every other order has its own. */
    private long group(OrderSnapshot order) {
        if (order.orderListId() < 0) {
            return symbolNumber(order) + order.orderId() * 10;
        }
        OrderListSnapshot list = engine.records().orderList(order.accountId(), OrderKey.of(order.orderListId()));
        boolean isWorking = list.orders().size() == 3 && list.orders().get(0).orderId() == order.orderId();
        boolean isOto = list.orders().size() == 2 && list.contingencyType() == ContingencyType.OTO;
        return isWorking || isOto ? symbolNumber(order) + order.orderId() * 10 : -1 - order.orderListId();
    }

    private static int symbolNumber(OrderSnapshot order) {
        return RandomTrading.SYMBOLS.indexOf(order.symbol());
    }

    private static String asset(OrderSnapshot order) {
        return order.side() == Side.BUY ? "USDT" : order.symbol().substring(0, 3);
    }

    private static BigDecimal need(OrderSnapshot order) {
        BigDecimal prevented = order.preventedQuantity() == null ? BigDecimal.ZERO : order.preventedQuantity();
        BigDecimal qty = order.origQty() == null ? BigDecimal.ZERO : order.origQty();
        BigDecimal remaining = qty.subtract(order.executedQty()).subtract(prevented);
        if (order.side() == Side.SELL) {
            return remaining;
        }
        BigDecimal need = remaining.multiply(unitPrice(order));
        return need.setScale(Math.min(8, Math.max(0, need.scale())), RoundingMode.UP);
    }

    private static BigDecimal unitPrice(OrderSnapshot order) {
        BigDecimal pegged = order.peggedPrice();
        if (pegged != null) {
            return order.price().signum() == 0 ? pegged : pegged.min(order.price());
        }
        BigDecimal stop = order.stopPrice();
        return order.price().signum() > 0 || stop == null ? order.price() : stop;
    }

    /** What the working order of an OPO list has received stays locked, except perhaps its commission. */
    private void proceeds(
            long account, OrderListSnapshot list, Map<String, BigDecimal> least, Map<String, BigDecimal> most) {
        List<OrderSnapshot> orders = list.orders().stream()
                .map(member -> engine.records().order(account, list.symbol(), OrderKey.of(member.orderId())))
                .toList();
        boolean isPaid = orders.get(1).origQty() == null && orders.get(1).status() == OrderStatus.PENDING_NEW;
        if (isPaid) {
            String base = list.symbol().substring(0, 3);
            BigDecimal received = orders.get(0).executedQty();
            BigDecimal commission = engine
                    .records()
                    .trades(account, list.symbol(), orders.get(0).orderId(), HistoryQuery.latest(1000))
                    .stream()
                    .filter(trade -> trade.commissionAsset().equals(base))
                    .map(AccountTrade::commission)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            least.merge(base, received.subtract(commission), BigDecimal::add);
            most.merge(base, received, BigDecimal::add);
        }
    }

    private void spread(String symbol) {
        BookTicker best = engine.marketData().bookTicker(symbol);
        PriceLevel bid = best.bid();
        PriceLevel ask = best.ask();
        if (bid != null && ask != null) {
            assertThat(bid.price()).isLessThan(ask.price());
        }
        Depth depth = engine.marketData().depth(symbol, 1000);
        assertThat(depth.bids()).allMatch(level -> level.qty().signum() > 0);
        assertThat(depth.asks()).allMatch(level -> level.qty().signum() > 0);
    }
}
