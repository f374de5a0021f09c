/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.book;

import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.model.market.PriceLevels;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/**
 * The best levels of one side of a book at one moment. None is missing between those that are shown; what is asked about levels
 * beyond them is answered with nothing, unless there are none. Immutable.
 *
 * @param kind which side this is
 * @param levels the levels, the best first
 * @param isWhole whether the side ends here, so that there is nothing beyond
 */
public record BookSideView(Kind kind, PriceLevels levels, boolean isWhole) {

    /** Which side. */
    public enum Kind {
        /** Buyers: a high price is better than a low one. */
        BIDS,
        /** Sellers: a low price is better than a high one. */
        ASKS
    }

    /**
     * The best level.
     *
     * @return empty when nobody is on this side
     */
    public Optional<PriceLevel> best() {
        return levels.isEmpty() ? Optional.empty() : Optional.of(levels.get(0));
    }

    /**
     * The best levels.
     *
     * @param count how many at most
     * @return the best first
     */
    public List<PriceLevel> top(int count) {
        return levels.subList(0, Math.min(count, levels.size()));
    }

    /**
     * What the best levels offer together.
     *
     * @param count how many levels
     * @return empty when so many are not shown, and the side may go on
     */
    public Optional<BigDecimal> quantity(int count) {
        return count <= levels.size() || isWhole ? Optional.of(sum(Math.min(count, levels.size()))) : Optional.empty();
    }

    /**
     * What is offered at a price or a better one.
     *
     * @param price the worst price that counts
     * @return empty when the price lies beyond the levels that are shown, and the side may go on
     */
    public Optional<BigDecimal> quantityTo(BigDecimal price) {
        int count = 0;
        while (count < levels.size() && !isBeyond(levels.get(count).price(), price)) {
            count++;
        }
        boolean reached = count < levels.size()
                || isWhole
                || (count > 0 && levels.get(count - 1).price().compareTo(price) == 0);
        return reached ? Optional.of(sum(count)) : Optional.empty();
    }

    /**
     * What taking a quantity from this side costs, or brings, without fees.
     *
     * @param quantity how much, more than zero
     * @return empty when the levels that are shown offer less
     */
    public Optional<BigDecimal> value(BigDecimal quantity) {
        if (quantity.signum() <= 0) {
            throw new IllegalArgumentException("quantity must be more than zero, not " + quantity);
        }
        BigDecimal left = quantity;
        BigDecimal value = BigDecimal.ZERO;
        for (int i = 0; i < levels.size() && left.signum() > 0; i++) {
            PriceLevel level = levels.get(i);
            BigDecimal taken = left.min(level.quantity());
            value = value.add(taken.multiply(level.price()));
            left = left.subtract(taken);
        }
        return left.signum() > 0 ? Optional.empty() : Optional.of(value);
    }

    /**
     * The average price of taking a quantity from this side, weighted by what each level gives (VWAP).
     *
     * @param quantity how much, more than zero
     * @return with up to 34 digits; empty when the levels that are shown offer less
     */
    public Optional<BigDecimal> averagePrice(BigDecimal quantity) {
        return value(quantity).map(value -> value.divide(quantity, MathContext.DECIMAL128));
    }

    private BigDecimal sum(int count) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            sum = sum.add(levels.get(i).quantity());
        }
        return sum;
    }

    private boolean isBeyond(BigDecimal price, BigDecimal limit) {
        return kind == Kind.BIDS ? price.compareTo(limit) < 0 : price.compareTo(limit) > 0;
    }
}
