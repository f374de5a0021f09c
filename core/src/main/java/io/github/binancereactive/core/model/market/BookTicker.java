/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

import java.math.BigDecimal;

/**
 * The best prices on the book of a symbol. A price is 0, and so is its quantity, when that side of the book is empty.
 *
 * @param symbol name of the symbol
 * @param bidPrice best price that a buyer offers
 * @param bidQty how much is wanted at it
 * @param askPrice best price that a seller asks
 * @param askQty how much is offered at it
 */
public record BookTicker(
        String symbol, BigDecimal bidPrice, BigDecimal bidQty, BigDecimal askPrice, BigDecimal askQty) {}
