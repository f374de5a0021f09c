/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What an order still wants to trade: so much of the base asset, or so much of the quote asset in whole steps.
 *
 * @param base base quantity; null when it wants a quote quantity
 * @param quote quote quantity
 * @param step the step of a quantity that a quote quantity pays for
 */
record Appetite(@Nullable BigDecimal base, BigDecimal quote, BigDecimal step) {

    BigDecimal at(BigDecimal price) {
        return base == null ? floor(quote.divide(price, Math.max(0, step.scale()), RoundingMode.DOWN), step) : base;
    }

    Appetite less(BigDecimal qty, BigDecimal paid) {
        return new Appetite(base == null ? null : base.subtract(qty), quote.subtract(paid), step);
    }

    static BigDecimal floor(BigDecimal qty, BigDecimal step) {
        return step.signum() == 0 ? qty : qty.subtract(qty.remainder(step));
    }
}
