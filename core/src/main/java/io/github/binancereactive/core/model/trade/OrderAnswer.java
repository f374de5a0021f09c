/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

import java.time.Instant;

/**
 * That a new order was taken. How much more the answer says, the request decides by its response type; without one, MARKET,
 * LIMIT and SOR orders are answered with {@link OrderFull}, all others with {@link OrderAck}.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#new-order-trade">New order</a>
 */
public sealed interface OrderAnswer extends PlacementOutcome permits OrderAck, OrderReport {

    /**
     * Its symbol.
     *
     * @return such as {@code BTCUSDT}
     */
    String symbol();

    /**
     * The exchange's number for it.
     *
     * @return unique for the symbol
     */
    long orderId();

    /**
     * The list it belongs to.
     *
     * @return -1 for none
     */
    long orderListId();

    /**
     * The caller's id for it.
     *
     * @return unique among the account's open orders
     */
    String clientOrderId();

    /**
     * When the exchange took it.
     *
     * @return by the exchange's clock
     */
    Instant transactTime();
}
