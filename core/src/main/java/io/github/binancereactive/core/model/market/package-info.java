/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Public market data: books, trades, klines, tickers, reference prices.
 */
@NullMarked
package io.github.binancereactive.core.model.market;

import org.jspecify.annotations.NullMarked;
