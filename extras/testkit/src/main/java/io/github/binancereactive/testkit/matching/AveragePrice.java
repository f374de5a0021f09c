/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;

/**
 * The average price of the last minutes.
 *
 * @param mins how many minutes
 * @param price quote volume by volume; the last price when there was no trade in them; zero before the first trade
 * @param closeTime when the last trade was, in microseconds; zero before the first trade
 */
public record AveragePrice(int mins, BigDecimal price, long closeTime) {}
