/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

import java.math.BigDecimal;

/**
 * One price of a book and what stands there.
 *
 * @param price the price
 * @param quantity all that is offered or wanted at it
 */
public record PriceLevel(BigDecimal price, BigDecimal quantity) {}
