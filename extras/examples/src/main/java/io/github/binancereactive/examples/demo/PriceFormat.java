/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import java.math.BigDecimal;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Prices of one symbol without the zeros at the end, of which the exchange always sends some; but all with as many decimal places as
 * one of them has needed, so that they stand still. For any thread.
 */
final class PriceFormat {

    private static final int FEWEST = 2;

    private final AtomicInteger places = new AtomicInteger(FEWEST);

    /** Makes room for a price like this one. */
    int fit(BigDecimal price) {
        return places.accumulateAndGet(price.stripTrailingZeros().scale(), Math::max);
    }

    String text(BigDecimal price) {
        return Table.plain(price.setScale(fit(price))); // never rounds: it has no more places than that
    }
}
