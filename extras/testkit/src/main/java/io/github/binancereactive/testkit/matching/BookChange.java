/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.trade.Side;

/**
 * A price level of the book that is not what it was.
 *
 * @param symbol the symbol
 * @param updateId counts the changes of this book, without gaps
 * @param side buy for bids
 * @param level the level as it is now
 * @param time when, in microseconds
 */
public record BookChange(String symbol, long updateId, Side side, PriceLevel level, long time) {}
