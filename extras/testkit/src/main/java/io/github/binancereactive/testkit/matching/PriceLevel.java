/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;

/**
 * What the book shows at a price.
 *
 * @param price the price
 * @param qty the visible quantity; zero in a change when nothing is left
 */
public record PriceLevel(BigDecimal price, BigDecimal qty) {}
