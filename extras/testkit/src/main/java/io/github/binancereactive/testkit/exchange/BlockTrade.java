/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.math.BigDecimal;

/**
 * A block trade.
 *
 * @param symbol the symbol
 * @param id its id, unique on the symbol
 * @param price the price
 * @param qty base quantity
 * @param time when, in microseconds since the epoch
 * @param isBuyerMaker whether the buyer was the maker
 */
public record BlockTrade(String symbol, long id, BigDecimal price, BigDecimal qty, long time, boolean isBuyerMaker) {}
