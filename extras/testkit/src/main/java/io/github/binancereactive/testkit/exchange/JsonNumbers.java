/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Numbers as the exchange writes them: decimals are strings of eight places. */
final class JsonNumbers {

    private static final int PLACES = 8;

    private JsonNumbers() {}

    static String decimal(@Nullable BigDecimal value) {
        return decimal(value, PLACES);
    }

    static String decimal(@Nullable BigDecimal value, int places) {
        BigDecimal number = value == null ? BigDecimal.ZERO : value;
        return number.setScale(places, RoundingMode.HALF_UP).toPlainString();
    }
}
