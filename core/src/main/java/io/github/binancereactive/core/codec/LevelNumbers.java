/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.model.market.PriceLevels;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the levels of one side of a book: {@code [["0.0024","10"],["0.0023","5"]]}. For one thread. */
final class LevelNumbers {

    private static final PriceLevels NONE = PriceLevels.ofUnscaled(new long[0], 0, 0);
    private static final String LEVEL = "PriceLevel";
    private static final int USUAL = 2 * 64;

    private long[] numbers = new long[USUAL];
    private int priceScale;
    private int quantityScale;

    /** Whole numbers where all fit; else a list of records, which keeps every digit and every scale as well. */
    List<PriceLevel> read(EventReader in) {
        in.peek();
        int start = in.position();
        int depth = in.depth;
        int count = unscaled(in);
        if (count < 0) {
            in.position(start);
            in.depth = depth;
            return objects(in);
        }
        return count == 0 ? NONE : PriceLevels.ofUnscaled(Arrays.copyOf(numbers, count), priceScale, quantityScale);
    }

    /** Negative when a number doesn't fit. */
    private int unscaled(EventReader in) {
        int count = 0;
        in.beginArray();
        while (in.nextElement()) {
            if (count == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * count);
            }
            in.beginArray();
            in.element();
            numbers[count] = in.unscaled();
            int price = in.scale();
            if (price == EventReader.NO_SCALE) {
                return -1;
            }
            in.element();
            numbers[count + 1] = in.unscaled();
            if (!fits(count, price, in.scale())) {
                return -1;
            }
            count += 2;
            endLevel(in);
        }
        return count;
    }

    private boolean fits(int count, int price, int quantity) {
        if (quantity == EventReader.NO_SCALE) {
            return false;
        }
        if (count == 0) {
            priceScale = price;
            quantityScale = quantity;
            return true;
        }
        return price == priceScale && quantity == quantityScale;
    }

    private static List<PriceLevel> objects(EventReader in) {
        List<PriceLevel> levels = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            in.beginArray();
            in.element();
            BigDecimal price = in.decimal();
            in.element();
            levels.add(new PriceLevel(price, in.decimal()));
            endLevel(in);
        }
        return levels;
    }

    private static void endLevel(EventReader in) {
        for (int index = 2; in.nextElement(); index++) {
            in.unknownElement(LEVEL, index);
        }
    }
}
