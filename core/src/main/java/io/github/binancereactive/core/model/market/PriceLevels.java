/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

import java.math.BigDecimal;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Levels of a book whose prices all have one number of decimal places, and so have their quantities, held as whole numbers. A
 * list like any other, equal to one with equal elements; but it takes 16 bytes a level, and a level becomes an object when it is
 * asked for. Immutable.
 */
public final class PriceLevels extends AbstractList<PriceLevel> implements RandomAccess {

    private final long[] numbers; // price and quantity by turns
    private final int priceScale;
    private final int quantityScale;

    private PriceLevels(long[] numbers, int priceScale, int quantityScale) {
        this.numbers = numbers;
        this.priceScale = priceScale;
        this.quantityScale = quantityScale;
    }

    /**
     * Levels from whole numbers.
     *
     * @param numbers price and quantity by turns, without their decimal points; not copied and not to be changed
     * @param priceScale how many decimal places the prices have
     * @param quantityScale how many decimal places the quantities have
     * @return the levels
     * @throws IllegalArgumentException when a price has no quantity
     */
    public static PriceLevels ofUnscaled(long[] numbers, int priceScale, int quantityScale) {
        if (numbers.length % 2 != 0) {
            throw new IllegalArgumentException("numbers: the last price has no quantity");
        }
        return new PriceLevels(numbers, priceScale, quantityScale);
    }

    /**
     * An immutable copy.
     *
     * @param levels any levels
     * @return the same object when it is immutable
     */
    public static List<PriceLevel> copyOf(List<PriceLevel> levels) {
        return levels instanceof PriceLevels ? levels : List.copyOf(levels);
    }

    /**
     * A price without its decimal point.
     *
     * @param index which level
     * @return the price times ten to the power of {@link #priceScale()}
     */
    public long unscaledPrice(int index) {
        return numbers[2 * Objects.checkIndex(index, size())];
    }

    /**
     * A quantity without its decimal point.
     *
     * @param index which level
     * @return the quantity times ten to the power of {@link #quantityScale()}
     */
    public long unscaledQuantity(int index) {
        return numbers[2 * Objects.checkIndex(index, size()) + 1];
    }

    /**
     * How many decimal places all prices have.
     *
     * @return their scale
     */
    public int priceScale() {
        return priceScale;
    }

    /**
     * How many decimal places all quantities have.
     *
     * @return their scale
     */
    public int quantityScale() {
        return quantityScale;
    }

    @Override
    public PriceLevel get(int index) {
        return new PriceLevel(
                BigDecimal.valueOf(unscaledPrice(index), priceScale),
                BigDecimal.valueOf(unscaledQuantity(index), quantityScale));
    }

    @Override
    public int size() {
        return numbers.length / 2;
    }
}
