/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.trade.ExecutionType;
import io.github.binancereactive.core.model.trade.ListStatusType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells the listener what happens, and collects the balances that a request has changed. */
final class Journal {

    private final EngineListener listener;
    private final Map<Account, Set<Balance>> touched = new LinkedHashMap<>();
    private long now;

    Journal(EngineListener listener) {
        this.listener = listener;
    }

    /** Begins a request. */
    void at(long nowMicros) {
        now = nowMicros;
    }

    long now() {
        return now;
    }

    void touched(Account account, Balance balance) {
        touched.computeIfAbsent(account, key -> new LinkedHashSet<>()).add(balance);
    }

    /** Ends a request. */
    void settled() {
        touched.forEach((account, balances) -> listener.onBalances(
                account.id(), balances.stream().map(Balance::snapshot).toList(), now));
        touched.clear();
        listener.onSettled(now);
    }

    void transferred(Account account, String asset, BigDecimal delta) {
        listener.onTransfer(account.id(), asset, delta, now);
    }

    void externallyLocked(Account account, String asset, BigDecimal delta) {
        listener.onExternalLock(account.id(), asset, delta, now);
    }

    void book(BookChange change) {
        listener.onBookChange(change);
    }

    void traded(Market market, MarketTrade trade, Order buyer, Order seller) {
        listener.onTrade(market.symbol(), trade, buyer.id(), seller.id());
    }

    void order(ExecutionType type, Order order) {
        order(type, order, null, order.clientId(), null, false, null, null);
    }

    void canceled(Order order, String cancelId) {
        order(ExecutionType.CANCELED, order, order.clientId(), cancelId, null, false, null, null);
    }

    void amended(Order order, Amendment amendment) {
        listener.onOrder(new OrderEvent(
                ExecutionType.REPLACED,
                amendment.executionId(),
                order.snapshot(),
                amendment.origClientOrderId(),
                amendment.newClientOrderId(),
                null,
                false,
                null,
                null,
                now));
    }

    void filled(Order order, Fill fill, boolean isMaker) {
        order(ExecutionType.TRADE, order, null, order.clientId(), fill, isMaker, null, null);
    }

    void prevented(Order order, PreventedMatch match, BigDecimal qty) {
        order(ExecutionType.TRADE_PREVENTION, order, null, order.clientId(), null, false, match, qty);
    }

    private void order(
            ExecutionType type,
            Order order,
            @Nullable String origClientOrderId,
            String clientOrderId,
            @Nullable Fill fill,
            boolean isMaker,
            @Nullable PreventedMatch match,
            @Nullable BigDecimal lastPreventedQty) {
        listener.onOrder(new OrderEvent(
                type,
                order.market().nextExecutionId(),
                order.snapshot(),
                origClientOrderId,
                clientOrderId,
                fill,
                isMaker,
                match,
                lastPreventedQty,
                now));
    }

    void list(OrderList list, ListStatusType type) {
        list.changed(type, now);
        listener.onOrderList(list.snapshot());
    }
}
