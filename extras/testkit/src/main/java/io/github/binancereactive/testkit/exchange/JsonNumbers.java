/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as the exchange writes them: decimals are strings of eight places. */
public final class JsonNumbers {

    private static final int PLACES = 8;

    private JsonNumbers() {}

    /**
     * A number of eight places.
     *
     * @param value the number; null for zero
     * @return its digits
     */
    public static String decimal(@Nullable BigDecimal value) {
        return decimal(value, PLACES);
    }

    /**
     * A number.
     *
     * @param value the number; null for zero
     * @param places how many after the point
     * @return its digits
     */
    public static String decimal(@Nullable BigDecimal value, int places) {
        BigDecimal number = value == null ? BigDecimal.ZERO : value;
        return number.setScale(places, RoundingMode.HALF_UP).toPlainString();
    }
}
