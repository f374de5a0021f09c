/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

import java.math.BigDecimal;

/**
 * The rates of a commission on the trades of one order.
 *
 * @param maker rate when the order was on the book
 * @param taker rate when it meets an order on the book
 */
public record OrderCommission(BigDecimal maker, BigDecimal taker) {}
