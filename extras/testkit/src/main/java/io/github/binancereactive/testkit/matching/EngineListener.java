/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;
import java.util.List;

/**
 * Is told what happens, while it happens, on the engine's thread. Must not call the engine back.
 */
public interface EngineListener {

    /** Listens to nothing. */
    EngineListener NONE = new EngineListener() {};

    /**
     * A level of a book has changed.
     *
     * @param change the change
     */
    default void onBookChange(BookChange change) {}

    /**
     * Two orders have traded.
     *
     * @param symbol the symbol
     * @param trade the trade
     * @param buyerOrderId the buyer's order
     * @param sellerOrderId the seller's order
     */
    default void onTrade(String symbol, MarketTrade trade, long buyerOrderId, long sellerOrderId) {}

    /**
     * Something has happened to an order.
     *
     * @param event what
     */
    default void onOrder(OrderEvent event) {}

    /**
     * Something has happened to an order list.
     *
     * @param list the list after it
     */
    default void onOrderList(OrderListSnapshot list) {}

    /**
     * A request, or what it set off, has changed balances. Comes once for each account, after everything else.
     *
     * @param accountId whose
     * @param balances those that may have changed
     * @param time when, in microseconds
     */
    default void onBalances(long accountId, List<BalanceSnapshot> balances, long time) {}

    /**
     * Money has come in or gone out.
     *
     * @param accountId whose
     * @param asset the asset
     * @param delta how much came in; negative when it went out
     * @param time when, in microseconds
     */
    default void onTransfer(long accountId, String asset, BigDecimal delta, long time) {}

    /**
     * Somebody outside has locked money or given it back.
     *
     * @param accountId whose
     * @param asset the asset
     * @param delta how much is locked now that wasn't; negative when it was given back
     * @param time when, in microseconds
     */
    default void onExternalLock(long accountId, String asset, BigDecimal delta, long time) {}

    /**
     * A request, with all that it set off, has ended: from now on the engine may be asked again.
     *
     * @param time when, in microseconds
     */
    default void onSettled(long time) {}

    /**
     * Somebody else listens too.
     *
     * @param other is told after this one
     * @return tells both
     */
    default EngineListener and(EngineListener other) {
        return new BothListeners(this, other);
    }
}
