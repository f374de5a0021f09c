/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.book;

/**
 * How much of a book is kept. Immutable: each {@code with} method returns new options.
 *
 * @param maxLevels how many levels of a side are kept, give or take a quarter; what lies beyond is forgotten. 0 keeps all
 * @param minLevels with how few levels of a side that are known without a hole the book asks for a new snapshot, if there may be more
 *     beyond them; at most half of {@code maxLevels}
 * @param bufferSize how many updates wait for a snapshot; the oldest make room
 */
public record BookOptions(int maxLevels, int minLevels, int bufferSize) {

    private static final BookOptions DEFAULTS = new BookOptions(0, 20, 256);

    /** Checks the ranges. */
    public BookOptions {
        if (maxLevels < 0) {
            throw new IllegalArgumentException("maxLevels must not be negative, but is " + maxLevels);
        }
        if (minLevels < 1 || (maxLevels != 0 && minLevels > maxLevels / 2)) {
            throw new IllegalArgumentException(
                    "minLevels must be at least 1 and at most half of maxLevels, not " + minLevels);
        }
        if (bufferSize < 1) {
            throw new IllegalArgumentException("bufferSize must be at least 1, not " + bufferSize);
        }
    }

    /**
     * The defaults: all levels are kept, a new snapshot with fewer than 20 levels, 256 updates wait.
     *
     * @return the options
     */
    public static BookOptions defaults() {
        return DEFAULTS;
    }

    /**
     * These options with another {@link #maxLevels()}.
     *
     * @param value the new value
     * @return new options
     */
    public BookOptions withMaxLevels(int value) {
        return new BookOptions(value, minLevels, bufferSize);
    }

    /**
     * These options with another {@link #minLevels()}.
     *
     * @param value the new value
     * @return new options
     */
    public BookOptions withMinLevels(int value) {
        return new BookOptions(maxLevels, value, bufferSize);
    }

    /**
     * These options with another {@link #bufferSize()}.
     *
     * @param value the new value
     * @return new options
     */
    public BookOptions withBufferSize(int value) {
        return new BookOptions(maxLevels, minLevels, value);
    }
}
