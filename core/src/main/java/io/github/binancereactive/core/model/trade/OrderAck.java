/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

import java.time.Instant;

/**
 * The answer ACK to a new order: that it was taken.
 *
 * @param symbol its symbol
 * @param orderId the exchange's number for it
 * @param orderListId the list it belongs to; -1 for none
 * @param clientOrderId the caller's id for it
 * @param transactTime when the exchange did it
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#new-order-trade">New order</a>
 */
public record OrderAck(String symbol, long orderId, long orderListId, String clientOrderId, Instant transactTime)
        implements OrderAnswer {}
