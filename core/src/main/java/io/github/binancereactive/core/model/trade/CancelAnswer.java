/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * What was canceled: an order, or the whole list that it belonged to.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#cancel-order-trade">Cancel order</a>
 */
public sealed interface CancelAnswer extends CancelOutcome permits CanceledOrder, CanceledOrderList {

    /**
     * The symbol.
     *
     * @return such as {@code BTCUSDT}
     */
    String symbol();

    /**
     * The list.
     *
     * @return -1 for an order that belonged to none
     */
    long orderListId();
}
