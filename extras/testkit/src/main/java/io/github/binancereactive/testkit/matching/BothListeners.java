/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;
import java.util.List;

/**
 * Tells two listeners.
 *
 * @param first is told first
 * @param second is told second
 */
record BothListeners(EngineListener first, EngineListener second) implements EngineListener {

    @Override
    public void onBookChange(BookChange change) {
        first.onBookChange(change);
        second.onBookChange(change);
    }

    @Override
    public void onTrade(String symbol, MarketTrade trade, long buyerOrderId, long sellerOrderId) {
        first.onTrade(symbol, trade, buyerOrderId, sellerOrderId);
        second.onTrade(symbol, trade, buyerOrderId, sellerOrderId);
    }

    @Override
    public void onOrder(OrderEvent event) {
        first.onOrder(event);
        second.onOrder(event);
    }

    @Override
    public void onOrderList(OrderListSnapshot list) {
        first.onOrderList(list);
        second.onOrderList(list);
    }

    @Override
    public void onBalances(long accountId, List<BalanceSnapshot> balances, long time) {
        first.onBalances(accountId, balances, time);
        second.onBalances(accountId, balances, time);
    }

    @Override
    public void onTransfer(long accountId, String asset, BigDecimal delta, long time) {
        first.onTransfer(accountId, asset, delta, time);
        second.onTransfer(accountId, asset, delta, time);
    }

    @Override
    public void onExternalLock(long accountId, String asset, BigDecimal delta, long time) {
        first.onExternalLock(accountId, asset, delta, time);
        second.onExternalLock(accountId, asset, delta, time);
    }

    @Override
    public void onSettled(long time) {
        first.onSettled(time);
        second.onSettled(time);
    }
}
