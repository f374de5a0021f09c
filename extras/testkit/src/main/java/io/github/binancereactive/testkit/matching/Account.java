/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An account: its balances, and what it did on every symbol. */
final class Account {

    private AccountSettings settings;
    private final Journal journal;
    private final UnfilledOrders unfilled;
    private final boolean isHouse;
    private final Map<String, Balance> balances = new TreeMap<>();
    private final Map<String, Desk> desks = new TreeMap<>();
    private final List<OrderList> lists = new ArrayList<>();
    private final Map<Long, OrderList> listsById = new HashMap<>();
    private final Map<String, OrderList> listsByClientId = new HashMap<>();
    private final Map<Long, OrderList> openLists = new TreeMap<>();

    private Account(AccountSettings settings, Journal journal, UnfilledOrders unfilled, boolean isHouse) {
        this.settings = settings;
        this.journal = journal;
        this.unfilled = unfilled;
        this.isHouse = isHouse;
    }

    static Account of(AccountSettings settings, Journal journal, UnfilledOrders unfilled) {
        return new Account(settings, journal, unfilled, false);
    }

    /** An account of the exchange's own: without limits, and without a memory of what has ended. */
    static Account house(AccountSettings settings, Journal journal) {
        return new Account(settings, journal, new UnfilledOrders(List.of(), 0), true);
    }

    boolean isHouse() {
        return isHouse;
    }

    long id() {
        return settings.accountId();
    }

    AccountSettings settings() {
        return settings;
    }

    void settings(AccountSettings changed) {
        settings = changed;
    }

    UnfilledOrders unfilled() {
        return unfilled;
    }

    Balance balance(String asset) {
        return balances.computeIfAbsent(asset, name -> new Balance(this, name));
    }

    Collection<Balance> balances() {
        return balances.values();
    }

    void touched(Balance balance) {
        journal.touched(this, balance);
    }

    Desk desk(String symbol) {
        return desks.computeIfAbsent(symbol, name -> new Desk(!isHouse));
    }

    Collection<Desk> desks() {
        return desks.values();
    }

    void opened(OrderList list) {
        lists.add(list);
        listsById.put(list.id(), list);
        listsByClientId.put(list.clientId(), list);
        openLists.put(list.id(), list);
    }

    void closed(OrderList list) {
        openLists.remove(list.id());
    }

    List<OrderList> lists() {
        return lists;
    }

    Collection<OrderList> openLists() {
        return openLists.values();
    }

    long openLists(Market market) {
        return openLists.values().stream()
                .filter(list -> list.market() == market)
                .count();
    }

    @Nullable OrderList list(OrderKey key) {
        if (key.orderId() == null) {
            return listsByClientId.get(key.clientOrderId());
        }
        OrderList list = listsById.get(key.orderId());
        boolean matches =
                list != null && (key.clientOrderId() == null || list.clientId().equals(key.clientOrderId()));
        return matches ? list : null;
    }

    boolean hasOpenList(String clientId) {
        OrderList list = listsByClientId.get(clientId);
        return list != null && !list.isDone();
    }

    boolean isSelf(Account other) {
        return this == other
                || (settings.tradeGroupId() >= 0 && settings.tradeGroupId() == other.settings.tradeGroupId());
    }

    /** What the {@code MAX_POSITION} filter calls the position. */
    BigDecimal position(Market market) {
        return balance(market.base()).total().add(desk(market.symbol()).openBuys());
    }
}
