/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.RateLimitUsage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the exchange knows of its accounts: orders, lists, trades, balances. A view of a {@link MatchingEngine}, on the
 * same thread. Times are in microseconds since the epoch.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/account-endpoints">Account
 *     endpoints</a>
 */
public final class AccountRecords {

    private final Floor floor;

    AccountRecords(Floor floor) {
        this.floor = floor;
    }

    /**
     * How an account was opened.
     *
     * @param accountId the account
     * @return its settings
     */
    public AccountSettings settings(long accountId) {
        return floor.account(accountId).settings();
    }

    /**
     * What an account has.
     *
     * @param accountId the account
     * @return every asset that it ever had, by name
     */
    public List<BalanceSnapshot> balances(long accountId) {
        return floor.account(accountId).balances().stream()
                .map(Balance::snapshot)
                .toList();
    }

    /**
     * What the exchange has taken as commission.
     *
     * @return amounts by asset
     */
    public Map<String, BigDecimal> commissionTaken() {
        return Map.copyOf(floor.ledger().taken());
    }

    /**
     * One order.
     *
     * @param accountId whose order
     * @param symbol the symbol
     * @param key which order; a client order id names the latest order that had it
     * @return the order
     */
    public OrderSnapshot order(long accountId, String symbol, OrderKey key) {
        return find(accountId, symbol, key).snapshot();
    }

    /**
     * The open orders.
     *
     * @param accountId whose orders
     * @param symbol the symbol; null for all
     * @return those that are working, contingent or pending, by symbol and id
     */
    public List<OrderSnapshot> openOrders(long accountId, @Nullable String symbol) {
        Account account = floor.account(accountId);
        List<Desk> desks = symbol == null
                ? List.copyOf(account.desks())
                : List.of(account.desk(floor.market(symbol).symbol()));
        return desks.stream()
                .flatMap(desk -> desk.open().stream())
                .map(Order::snapshot)
                .toList();
    }

    /**
     * The ids of the open orders on a symbol, without looking at the orders.
     *
     * @param accountId whose orders
     * @param symbol the symbol
     * @return a view, always current
     */
    public Set<Long> openOrderIds(long accountId, String symbol) {
        return desk(accountId, symbol).openIds();
    }

    /**
     * All orders, open and ended, by their {@code time}.
     *
     * @param accountId whose orders
     * @param symbol the symbol
     * @param query which part
     * @return by id
     */
    public List<OrderSnapshot> orders(long accountId, String symbol, HistoryQuery query) {
        List<Order> orders = desk(accountId, symbol).orders();
        return History.page(orders, Order::id, Order::time, query).stream()
                .map(Order::snapshot)
                .toList();
    }

    /**
     * The trades.
     *
     * @param accountId whose trades
     * @param symbol the symbol
     * @param orderId only of this order; null for all
     * @param query which part
     * @return by id
     */
    public List<AccountTrade> trades(long accountId, String symbol, @Nullable Long orderId, HistoryQuery query) {
        Desk desk = desk(accountId, symbol);
        Order order = orderId == null ? null : desk.find(OrderKey.of(orderId));
        if (orderId != null && order == null) {
            return List.of();
        }
        List<AccountTrade> trades = order == null ? desk.trades() : order.trades();
        return History.page(trades, AccountTrade::id, AccountTrade::time, query);
    }

    /**
     * The prevented match of that id.
     *
     * @param accountId whose
     * @param symbol the symbol
     * @param preventedMatchId the id
     * @return the match, or nothing
     */
    public List<PreventedMatch> preventedMatch(long accountId, String symbol, long preventedMatchId) {
        return History.page(
                        desk(accountId, symbol).preventedMatches(),
                        PreventedMatch::preventedMatchId,
                        PreventedMatch::transactTime,
                        HistoryQuery.from(preventedMatchId, 1))
                .stream()
                .filter(match -> match.preventedMatchId() == preventedMatchId)
                .toList();
    }

    /**
     * The prevented matches of an order.
     *
     * @param accountId whose
     * @param symbol the symbol
     * @param orderId the order
     * @param fromPreventedMatchId the first id; null for any
     * @param limit most
     * @return by id
     */
    public List<PreventedMatch> preventedMatches(
            long accountId, String symbol, long orderId, @Nullable Long fromPreventedMatchId, int limit) {
        Order order = desk(accountId, symbol).find(OrderKey.of(orderId));
        long from = fromPreventedMatchId == null ? Long.MIN_VALUE : fromPreventedMatchId;
        return order == null
                ? List.of()
                : History.page(
                        order.preventedMatches(),
                        PreventedMatch::preventedMatchId,
                        PreventedMatch::transactTime,
                        HistoryQuery.from(from, limit));
    }

    /**
     * The amendments of an order.
     *
     * @param accountId whose order
     * @param symbol the symbol
     * @param orderId the order
     * @param fromExecutionId the first execution id; null for any
     * @param limit most
     * @return by execution id
     */
    public List<Amendment> amendments(
            long accountId, String symbol, long orderId, @Nullable Long fromExecutionId, int limit) {
        Order order = desk(accountId, symbol).find(OrderKey.of(orderId));
        long from = fromExecutionId == null ? Long.MIN_VALUE : fromExecutionId;
        return order == null
                ? List.of()
                : History.page(
                        order.amendments(), Amendment::executionId, Amendment::time, HistoryQuery.from(from, limit));
    }

    /**
     * One order list.
     *
     * @param accountId whose list
     * @param key which list
     * @return the list
     */
    public OrderListSnapshot orderList(long accountId, OrderKey key) {
        OrderList list = floor.account(accountId).list(key);
        if (list == null) {
            throw Refusals.noSuchOrder();
        }
        return list.snapshot();
    }

    /**
     * The open order lists.
     *
     * @param accountId whose lists
     * @return by id
     */
    public List<OrderListSnapshot> openOrderLists(long accountId) {
        return floor.account(accountId).openLists().stream()
                .map(OrderList::snapshot)
                .toList();
    }

    /**
     * All order lists, by their {@code transactionTime}.
     *
     * @param accountId whose lists
     * @param query which part; {@code fromId} is ignored when there is a time
     * @return by id, ascending with a {@code fromId} or a {@code startTime} and descending without
     */
    public List<OrderListSnapshot> orderLists(long accountId, HistoryQuery query) {
        boolean byTime = query.startTime() != null || query.endTime() != null;
        List<OrderListSnapshot> matching = floor.account(accountId).lists().stream()
                .filter(list -> byTime ? isWithin(list, query) : query.fromId() == null || list.id() >= query.fromId())
                .map(OrderList::snapshot)
                .toList();
        boolean ascends = query.startTime() != null || (!byTime && query.fromId() != null);
        if (ascends) {
            return matching.subList(0, Math.min(query.limit(), matching.size()));
        }
        List<OrderListSnapshot> latest =
                new ArrayList<>(matching.subList(Math.max(0, matching.size() - query.limit()), matching.size()));
        Collections.reverse(latest);
        return latest;
    }

    /**
     * What an account pays on a symbol.
     *
     * @param accountId the account
     * @param symbol the symbol
     * @return the rates
     */
    public Commissions commissions(long accountId, String symbol) {
        return floor.fees().commissions(floor.account(accountId), floor.market(symbol));
    }

    /**
     * How many unfilled orders count against the account's limits.
     *
     * @param accountId the account
     * @param nowMicros now
     * @return one for each {@code ORDERS} limit
     */
    public List<RateLimitUsage> unfilledOrders(long accountId, long nowMicros) {
        return floor.account(accountId).unfilled().usage(nowMicros);
    }

    private Desk desk(long accountId, String symbol) {
        return floor.account(accountId).desk(floor.market(symbol).symbol());
    }

    private Order find(long accountId, String symbol, OrderKey key) {
        Desk desk = desk(accountId, symbol);
        if (key.orderId() == null && key.clientOrderId() == null) {
            throw Refusals.noSuchOrder();
        }
        Order order = desk.find(key);
        if (order == null) {
            boolean isOther = key.orderId() != null && key.clientOrderId() != null;
            throw isOther ? Refusals.clientOrderIdInvalid() : Refusals.noSuchOrder();
        }
        return order;
    }

    private static boolean isWithin(OrderList list, HistoryQuery query) {
        boolean notEarly = query.startTime() == null || list.time() >= query.startTime();
        boolean notLate = query.endTime() == null || list.time() <= query.endTime();
        return notEarly && notLate;
    }
}
