/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The average price of the last minutes.
 *
 * @param mins over how many minutes
 * @param price average price; 0 as long as nothing was traded
 * @param closeTime time of the last trade; -1 ms, just before 1970, as long as there was none
 */
public record AveragePrice(int mins, BigDecimal price, Instant closeTime) {}
