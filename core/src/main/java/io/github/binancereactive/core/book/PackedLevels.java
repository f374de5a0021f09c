/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.book;

import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.model.market.PriceLevels;
import java.math.BigDecimal;
import java.util.List;

/** Levels as whole numbers, whoever made them. */
final class PackedLevels {

    private static final int MOST_PLACES = 18;

    private PackedLevels() {}

    /**
     * Levels that came from a stream as they are; others converted to the largest scale among them.
     *
     * @throws ArithmeticException when a number doesn't fit into 64 bits
     */
    static PriceLevels of(List<PriceLevel> levels) {
        return levels instanceof PriceLevels packed ? packed : pack(levels);
    }

    private static PriceLevels pack(List<PriceLevel> levels) {
        int priceScale = 0;
        int quantityScale = 0;
        for (PriceLevel level : levels) {
            priceScale = Math.max(priceScale, level.price().scale());
            quantityScale = Math.max(quantityScale, level.quantity().scale());
        }
        if (priceScale > MOST_PLACES || quantityScale > MOST_PLACES) {
            throw new ArithmeticException("more than " + MOST_PLACES + " decimal places");
        }
        long[] numbers = new long[2 * levels.size()];
        int at = 0;
        for (PriceLevel level : levels) {
            numbers[at++] = unscaled(level.price(), priceScale);
            numbers[at++] = unscaled(level.quantity(), quantityScale);
        }
        return PriceLevels.ofUnscaled(numbers, priceScale, quantityScale);
    }

    private static long unscaled(BigDecimal number, int scale) {
        return number.setScale(scale).unscaledValue().longValueExact();
    }

    /** What to multiply a number by that gets more decimal places. */
    static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power = Math.multiplyExact(power, 10L);
        }
        return power;
    }
}
