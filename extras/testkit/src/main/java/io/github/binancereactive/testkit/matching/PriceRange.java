/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.ExecutionRule;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The prices at which a taker may trade, set once when it begins to take.
 *
 * @param low lowest price; null for any
 * @param high highest price; null for any
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/price_range_execution_rules">Price Range
 *     Execution Rule</a>
 */
record PriceRange(@Nullable BigDecimal low, @Nullable BigDecimal high) {

    private static final PriceRange ANY = new PriceRange(null, null);

    static PriceRange of(Order taker) {
        BigDecimal reference = taker.market().referencePrice();
        if (reference == null) {
            return ANY;
        }
        for (ExecutionRule rule : taker.market().settings().rules()) {
            if (rule instanceof ExecutionRule.PriceRange range) {
                return of(range, taker.isBuy(), reference);
            }
        }
        return ANY;
    }

    private static PriceRange of(ExecutionRule.PriceRange rule, boolean isBuy, BigDecimal reference) {
        return isBuy
                ? new PriceRange(times(reference, rule.bidLimitMultDown()), times(reference, rule.bidLimitMultUp()))
                : new PriceRange(times(reference, rule.askLimitMultDown()), times(reference, rule.askLimitMultUp()));
    }

    private static @Nullable BigDecimal times(BigDecimal reference, @Nullable BigDecimal multiplier) {
        return multiplier == null ? null : reference.multiply(multiplier);
    }

    boolean allows(BigDecimal price) {
        return (low == null || price.compareTo(low) >= 0) && (high == null || price.compareTo(high) <= 0);
    }
}
