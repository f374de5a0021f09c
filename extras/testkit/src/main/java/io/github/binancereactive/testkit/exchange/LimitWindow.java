/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.time.Duration;

/**
 * How much of one limit is used in the window that is open now. Windows start on the exchange's clock, a minute on the
 * minute, wherever the first request fell.
 *
 * @param limit how much a window has
 * @param lengthMillis how long a window is
 * @param startMillis when the current window started
 * @param used how much of it is used
 */
record LimitWindow(long limit, long lengthMillis, long startMillis, long used) {

    static LimitWindow of(long limit, Duration length) {
        return new LimitWindow(limit, length.toMillis(), 0, 0);
    }

    /** This window as it stands now: itself, or the empty one that has begun since. */
    LimitWindow at(long nowMillis) {
        return isOpen(nowMillis)
                ? this
                : new LimitWindow(limit, lengthMillis, Math.floorDiv(nowMillis, lengthMillis) * lengthMillis, 0);
    }

    boolean isOpen(long nowMillis) {
        return startMillis <= nowMillis && nowMillis < endMillis();
    }

    LimitWindow plus(long amount) {
        return new LimitWindow(limit, lengthMillis, startMillis, Math.max(0, used + amount));
    }

    /** This window with another limit. */
    LimitWindow of(long other) {
        return new LimitWindow(other, lengthMillis, startMillis, used);
    }

    boolean exceeded() {
        return used > limit;
    }

    long endMillis() {
        return startMillis + lengthMillis;
    }
}
