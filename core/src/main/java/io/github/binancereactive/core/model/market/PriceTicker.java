/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

import java.math.BigDecimal;

/**
 * The last price of a symbol.
 *
 * @param symbol name of the symbol
 * @param price last price; 0 as long as nothing was traded
 */
public record PriceTicker(String symbol, BigDecimal price) {}
