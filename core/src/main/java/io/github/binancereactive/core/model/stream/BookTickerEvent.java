/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.stream;

import java.math.BigDecimal;

/**
 * The best prices on the book have changed, or their quantities. A price is 0, and so is its quantity, when that side of the book
 * is empty.
 *
 * @param updateId the update of the book after which this holds; counts up, not by one
 * @param symbol name of the symbol
 * @param bidPrice best price that a buyer offers
 * @param bidQty how much is wanted at it
 * @param askPrice best price that a seller asks
 * @param askQty how much is offered at it
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams#individual-symbol-book-ticker-streams">WebSocket streams</a>
 */
public record BookTickerEvent(
        long updateId, String symbol, BigDecimal bidPrice, BigDecimal bidQty, BigDecimal askPrice, BigDecimal askQty) {}
