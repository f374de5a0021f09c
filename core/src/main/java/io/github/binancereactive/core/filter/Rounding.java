/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

import io.github.binancereactive.core.model.trade.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * Which way to round what doesn't fit.
 *
 * @param buyPrice prices of buys, to the tick
 * @param sellPrice prices of sales, to the tick
 * @param quantity quantities, to the step
 */
public record Rounding(RoundingMode buyPrice, RoundingMode sellPrice, RoundingMode quantity) {

    /** Never worse for the caller than asked: buys lower, sells higher, and never more. */
    public static final Rounding CAUTIOUS = new Rounding(RoundingMode.DOWN, RoundingMode.UP, RoundingMode.DOWN);

    /** To the nearest price, and never more. */
    public static final Rounding NEAREST =
            new Rounding(RoundingMode.HALF_EVEN, RoundingMode.HALF_EVEN, RoundingMode.DOWN);

    /** Checks that each is there. */
    public Rounding {
        Objects.requireNonNull(buyPrice, "buyPrice");
        Objects.requireNonNull(sellPrice, "sellPrice");
        Objects.requireNonNull(quantity, "quantity");
    }

    RoundingMode price(Side side) {
        return side == Side.BUY ? buyPrice : sellPrice;
    }

    /** The multiple of a step next to a value; the value itself when there is no step. */
    static BigDecimal toStep(BigDecimal value, BigDecimal step, RoundingMode mode) {
        if (step.signum() == 0 || value.remainder(step).signum() == 0) {
            return value;
        }
        return value.divide(step, 0, mode).multiply(step);
    }
}
