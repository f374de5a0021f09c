/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.market;

import java.util.SplittableRandom;

/** A price, counted in ticks, that walks at random and not further than a tenth from where it began. */
final class PriceWalk {

    // A stride is a twenty-thousandth of the price, or one tick where that is more.
    private static final long STRIDES = 20_000;
    private static final int FARTHEST = 10;

    private final SplittableRandom random;
    private final long lowest;
    private final long highest;
    private final long stride;
    private long ticks;

    PriceWalk(long ticks, SplittableRandom random) {
        this.random = random;
        this.ticks = ticks;
        stride = Math.max(1, ticks / STRIDES);
        lowest = ticks - ticks / FARTHEST;
        highest = ticks + ticks / FARTHEST;
    }

    long ticks() {
        return ticks;
    }

    long stride() {
        return stride;
    }

    void step() {
        long next = ticks + random.nextLong(-stride, stride + 1);
        ticks = Math.min(highest, Math.max(lowest, next));
    }
}
