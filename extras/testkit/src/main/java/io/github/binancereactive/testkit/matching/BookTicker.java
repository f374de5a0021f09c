/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import org.jspecify.annotations.Nullable;

/**
 * The best prices of a book.
 *
 * @param symbol the symbol
 * @param updateId the last change of the book
 * @param bid best bid; null when there is none
 * @param ask best ask; null when there is none
 */
public record BookTicker(
        String symbol,
        long updateId,
        @Nullable PriceLevel bid,
        @Nullable PriceLevel ask) {}
