/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.book;

import io.github.binancereactive.core.model.market.PriceLevels;
import java.util.Arrays;

/**
 * One side of a book in two parallel arrays, the best level last: most updates are about levels near the best, and so move next to
 * nothing. A level's key is its price, negated for asks, so that both sides are sorted alike.
 *
 * <p>Up from {@code horizon} all levels are known. Below it are only those that have changed since the snapshot, which had no room
 * for them.
 */
final class BookSide {

    /** Nothing lies beyond what is known. */
    static final long NO_HORIZON = Long.MIN_VALUE;

    private static final int SMALLEST = 16;

    private final boolean bids;
    private final int bound;
    private long[] keys = new long[SMALLEST];
    private long[] quantities = new long[SMALLEST];
    private int size;
    private long horizon = NO_HORIZON;

    BookSide(boolean bids, int maxLevels) {
        this.bids = bids;
        this.bound = maxLevels;
    }

    void clear() {
        keys = new long[SMALLEST];
        quantities = new long[SMALLEST];
        size = 0;
        horizon = NO_HORIZON;
    }

    /** Starts from a snapshot, which has the best level first. */
    void load(PriceLevels levels, long priceFactor, long quantityFactor, boolean whole) {
        clear();
        for (int i = levels.size() - 1; i >= 0; i--) {
            set(
                    Math.multiplyExact(levels.unscaledPrice(i), priceFactor),
                    Math.multiplyExact(levels.unscaledQuantity(i), quantityFactor));
        }
        if (!whole && size > 0) {
            horizon = Math.max(horizon, keys[0]);
        }
        trim(bound);
    }

    void set(long price, long quantity) {
        long key = bids ? price : -price;
        int at = find(key);
        if (at < 0) {
            insert(-1 - at, key, quantity);
        } else if (quantity == 0) {
            remove(at);
        } else {
            quantities[at] = quantity;
        }
    }

    /** As {@link Arrays#binarySearch}, but doubling its steps down from the best, near which most updates are. */
    private int find(long key) {
        int high = size;
        int low = size - 1;
        for (int step = 1; low >= 0 && keys[low] > key; step <<= 1) {
            high = low;
            low -= step;
        }
        return Arrays.binarySearch(keys, Math.max(low, 0), high, key);
    }

    private void insert(int at, long key, long quantity) {
        if (quantity == 0 || (bound != 0 && key < horizon)) {
            return;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, 2 * size);
            quantities = Arrays.copyOf(quantities, 2 * size);
        }
        System.arraycopy(keys, at, keys, at + 1, size - at);
        System.arraycopy(quantities, at, quantities, at + 1, size - at);
        keys[at] = key;
        quantities[at] = quantity;
        size++;
        trim(bound + Math.max(SMALLEST, bound / 4)); // not one by one: what is kept has to move
    }

    private void remove(int at) {
        size--;
        System.arraycopy(keys, at + 1, keys, at, size - at);
        System.arraycopy(quantities, at + 1, quantities, at, size - at);
    }

    private void trim(int most) {
        if (bound == 0 || size <= most) {
            return;
        }
        int dropped = size - bound;
        horizon = Math.max(horizon, keys[dropped - 1] + 1);
        System.arraycopy(keys, dropped, keys, 0, bound);
        System.arraycopy(quantities, dropped, quantities, 0, bound);
        size = bound;
    }

    void rescale(long priceFactor, long quantityFactor) {
        for (int i = 0; i < size; i++) {
            keys[i] = Math.multiplyExact(keys[i], priceFactor);
            quantities[i] = Math.multiplyExact(quantities[i], quantityFactor);
        }
        if (horizon != NO_HORIZON) {
            horizon = Math.multiplyExact(horizon, priceFactor);
        }
    }

    BookSideView.Kind kind() {
        return bids ? BookSideView.Kind.BIDS : BookSideView.Kind.ASKS;
    }

    int size() {
        return size;
    }

    /** Whether all levels that there are are known. */
    boolean isWhole() {
        return horizon == NO_HORIZON;
    }

    /** Whether this many of the best levels are known without a hole, or all that there are. */
    boolean knows(int levels) {
        return isWhole() || (size >= levels && keys[size - levels] >= horizon);
    }

    /** How many of the best levels are known without a hole. */
    int known() {
        if (isWhole()) {
            return size;
        }
        int at = find(horizon);
        return size - (at < 0 ? -1 - at : at);
    }

    /** The best price without its sign. To be asked when there is one. */
    long best() {
        return bids ? keys[size - 1] : -keys[size - 1];
    }

    /**
     * The best levels, the best first, price and quantity by turns. While the side changes, anything may come of it, an
     * exception too; the caller finds that out and asks again.
     */
    long[] copy(int levels) {
        long[] numbers = new long[2 * levels];
        for (int i = 0, from = size - 1; i < levels; i++, from--) {
            numbers[2 * i] = bids ? keys[from] : -keys[from];
            numbers[2 * i + 1] = quantities[from];
        }
        return numbers;
    }
}
