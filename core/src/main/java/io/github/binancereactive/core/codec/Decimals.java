/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Decimal numbers straight from their digits, with exactly the scale they are written with. What the exchange sends has at
 * most 18 digits and no exponent, which fits into a {@code long}; all else takes the slow way.
 */
final class Decimals {

    /** More digits than any price has; bounds the work that a hostile number can cause. */
    private static final int MAX_LENGTH = 1000;

    private static final int MAX_SCALE = 10_000;

    private Decimals() {}

    /** Returns null when this is no decimal number. */
    static @Nullable BigDecimal parse(char[] digits, int offset, int length, Canon canon) {
        int i = offset;
        int end = offset + length;
        boolean negative = length > 0 && digits[i] == '-';
        if (negative) {
            i++;
        }
        int point = -1;
        int first = i;
        long unscaled = 0;
        for (; i < end; i++) {
            int digit = digits[i] - '0';
            if (digit >= 0 && digit <= 9) {
                unscaled = unscaled * 10 + digit;
            } else if (digits[i] == '.' && point < 0 && i > first) {
                point = i;
            } else {
                return parseSlowly(digits, offset, length);
            }
        }
        int scale = point < 0 ? 0 : end - 1 - point;
        int count = end - first - (point < 0 ? 0 : 1);
        if (count == 0 || count > 18 || point == end - 1) {
            return parseSlowly(digits, offset, length);
        }
        return canon.decimal(negative ? -unscaled : unscaled, scale);
    }

    /** The same for what has an exponent or many digits. */
    static @Nullable BigDecimal parseSlowly(String digits) {
        return parseSlowly(digits.toCharArray(), 0, digits.length());
    }

    private static @Nullable BigDecimal parseSlowly(char[] digits, int offset, int length) {
        if (length > MAX_LENGTH) {
            return null;
        }
        for (int i = offset; i < offset + length; i++) {
            if (digits[i] >= 0x80) { // BigDecimal would take the digits of other scripts, too
                return null;
            }
        }
        try {
            BigDecimal value = new BigDecimal(digits, offset, length);
            return Math.abs((long) value.scale()) > MAX_SCALE ? null : value; // its digits could fill the memory
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
