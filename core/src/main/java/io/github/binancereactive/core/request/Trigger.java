/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What sets off an order that waits for the market: a price that is reached, a price that turns, or a price that turns after another
 * one was reached.
 *
 * @param stopPrice the price to reach; null when it trails from the next trade on
 * @param trailingDelta how far the price has to turn, in basis points; null when it doesn't trail
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/trailing-stop-faq">Trailing stop orders</a>
 */
public record Trigger(
        @Nullable BigDecimal stopPrice, @Nullable Long trailingDelta) {

    /** Checks that there is something to wait for. */
    public Trigger {
        if (stopPrice == null && trailingDelta == null) {
            throw new IllegalArgumentException("one of 'stopPrice', 'trailingDelta' must be given");
        }
    }

    /**
     * A price to reach.
     *
     * @param stopPrice that price
     * @return the trigger
     */
    public static Trigger at(BigDecimal stopPrice) {
        return new Trigger(Objects.requireNonNull(stopPrice, "stopPrice"), null);
    }

    /**
     * A turn of the price, from the next trade on.
     *
     * @param trailingDelta how far it has to turn, in basis points: 100 is one percent
     * @return the trigger
     */
    public static Trigger trailing(long trailingDelta) {
        return new Trigger(null, trailingDelta);
    }

    /**
     * A turn of the price after it was reached.
     *
     * @param stopPrice the price to reach
     * @param trailingDelta how far it has to turn then, in basis points: 100 is one percent
     * @return the trigger
     */
    public static Trigger trailingFrom(BigDecimal stopPrice, long trailingDelta) {
        return new Trigger(Objects.requireNonNull(stopPrice, "stopPrice"), trailingDelta);
    }
}
