/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.OrderType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an account did on one symbol: its orders, open and ended, its trades, its prevented matches. */
final class Desk {

    private final List<Order> orders = new ArrayList<>();
    private final Map<Long, Order> byId = new HashMap<>();
    private final Map<String, Order> byClientId = new HashMap<>();
    private final Map<Long, Order> open = new TreeMap<>();
    private final List<AccountTrade> trades = new ArrayList<>();
    private final List<PreventedMatch> preventedMatches = new ArrayList<>();
    private final boolean remembers;
    private int openAlgo;
    private int openIceberg;

    /** One that remembers what has ended, or one that forgets it at once. */
    Desk(boolean remembers) {
        this.remembers = remembers;
    }

    void opened(Order order) {
        if (remembers) {
            orders.add(order);
        }
        byId.put(order.id(), order);
        byClientId.put(order.clientId(), order);
        open.put(order.id(), order);
        count(order, 1);
    }

    void closed(Order order) {
        if (open.remove(order.id()) != null) {
            count(order, -1);
        }
        if (!remembers) {
            byId.remove(order.id());
            byClientId.remove(order.clientId(), order);
        }
    }

    private void count(Order order, int delta) {
        openAlgo += isAlgo(order.request().type()) ? delta : 0;
        openIceberg += order.request().isIceberg() ? delta : 0;
    }

    static boolean isAlgo(OrderType type) {
        return switch (type) {
            case STOP_LOSS, STOP_LOSS_LIMIT, TAKE_PROFIT, TAKE_PROFIT_LIMIT -> true;
            default -> false;
        };
    }

    /** The order has another client order id from now on. */
    void renamed(Order order, String clientId) {
        byClientId.remove(order.clientId(), order);
        order.clientId(clientId);
        byClientId.put(clientId, order);
    }

    boolean hasOpen(String clientId) {
        Order order = byClientId.get(clientId);
        return order != null && !order.isDone();
    }

    /** By id, whose client order id must fit when it is given; or by client order id, the latest that had it. */
    @Nullable Order find(OrderKey key) {
        if (key.orderId() == null) {
            return byClientId.get(key.clientOrderId());
        }
        Order order = byId.get(key.orderId());
        boolean matches = order != null
                && (key.clientOrderId() == null || order.clientId().equals(key.clientOrderId()));
        return matches ? order : null;
    }

    List<Order> orders() {
        return orders;
    }

    Collection<Order> open() {
        return open.values();
    }

    Set<Long> openIds() {
        return Collections.unmodifiableSet(open.keySet());
    }

    int openAlgo() {
        return openAlgo;
    }

    int openIceberg() {
        return openIceberg;
    }

    BigDecimal openBuys() {
        BigDecimal sum = BigDecimal.ZERO;
        for (Order order : open.values()) {
            if (order.isBuy()) {
                sum = sum.add(order.remaining());
            }
        }
        return sum;
    }

    void traded(AccountTrade trade) {
        if (remembers) {
            trades.add(trade);
        }
    }

    void prevented(PreventedMatch match) {
        if (remembers) {
            preventedMatches.add(match);
        }
    }

    List<AccountTrade> trades() {
        return trades;
    }

    List<PreventedMatch> preventedMatches() {
        return preventedMatches;
    }
}
