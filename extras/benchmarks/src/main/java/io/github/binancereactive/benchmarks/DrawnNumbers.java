/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import java.math.BigDecimal;
import java.util.Random;

/** Numbers as the exchange writes them: in quotes, with eight decimals, and hardly ever the same. */
final class DrawnNumbers {

    private static final int SCALE = 8;

    private final Random random;

    DrawnNumbers(long seed) {
        this.random = new Random(seed);
    }

    /** Five digits before the point, and two of those behind it. */
    String price() {
        return quoted(1_000_000L * (1_000_000 + random.nextInt(9_000_000)));
    }

    /** Up to a hundred, and five of the digits behind the point. */
    String quantity() {
        return quoted(1_000L * (1 + random.nextInt(10_000_000)));
    }

    /** Up to a million, and all digits behind the point. */
    String amount() {
        return quoted(1 + random.nextInt(1_000_000) * 100_000_000L + random.nextInt(100_000_000));
    }

    private static String quoted(long unscaled) {
        return '"' + BigDecimal.valueOf(unscaled, SCALE).toPlainString() + '"';
    }
}
