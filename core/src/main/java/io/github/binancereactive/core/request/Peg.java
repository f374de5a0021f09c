/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.model.trade.PegOffsetType;
import io.github.binancereactive.core.model.trade.PegPriceType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A price that follows the book.
 *
 * @param priceType which price it follows
 * @param offset how many price levels deeper into the book; null for the best price itself
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/pegged_orders">Pegged orders</a>
 */
public record Peg(PegPriceType priceType, @Nullable Integer offset) {

    /** Checks that there is a price type. */
    public Peg {
        Objects.requireNonNull(priceType, "priceType");
    }

    /**
     * The best price of the order's own side.
     *
     * @return the peg
     */
    public static Peg primary() {
        return new Peg(PegPriceType.PRIMARY_PEG, null);
    }

    /**
     * The best price of the other side.
     *
     * @return the peg
     */
    public static Peg market() {
        return new Peg(PegPriceType.MARKET_PEG, null);
    }

    /**
     * This peg, so many price levels deeper into the book.
     *
     * @param levels at most 100
     * @return a new peg
     */
    public Peg offset(int levels) {
        return new Peg(priceType, levels);
    }

    /** What the offset counts; null when there is none. */
    @Nullable PegOffsetType offsetType() {
        return offset == null ? null : PegOffsetType.PRICE_LEVEL;
    }
}
