/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.stream;

/** How often a stream tells of a book. */
public enum DepthSpeed {
    /** Every second. */
    EVERY_SECOND(""),
    /** Every tenth of a second. */
    EVERY_100_MS("@100ms");

    private final String suffix;

    DepthSpeed(String suffix) {
        this.suffix = suffix;
    }

    /**
     * What the stream's name ends with.
     *
     * @return such as {@code @100ms}
     */
    public String suffix() {
        return suffix;
    }
}
