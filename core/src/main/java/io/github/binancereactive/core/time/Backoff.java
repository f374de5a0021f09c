/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.time;

import java.time.Duration;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** How long to wait before an attempt. Implementations are safe for any number of threads. */
@FunctionalInterface
public interface Backoff {

    /**
     * The wait before an attempt.
     *
     * @param attempt 1 for the first attempt after a success, 2 for the next, and so on
     * @return zero or more
     */
    Duration before(int attempt);

    /**
     * Always the same wait.
     *
     * @param delay that wait, zero or more
     * @return the strategy
     */
    static Backoff fixed(Duration delay) {
        if (delay.isNegative()) {
            throw new IllegalArgumentException("delay must not be negative, but is " + delay);
        }
        return attempt -> delay;
    }

    /**
     * Doubles with each attempt up to a cap: {@code first}, twice that, four times that, and so on.
     *
     * @param first wait before attempt 1, more than zero
     * @param cap longest wait
     * @return the strategy
     */
    static Backoff exponential(Duration first, Duration cap) {
        if (first.isNegative() || first.isZero() || cap.compareTo(first) < 0) {
            throw new IllegalArgumentException("needs 0 < first <= cap, not " + first + " and " + cap);
        }
        long firstNanos = first.toNanos();
        long capNanos = cap.toNanos();
        return attempt -> {
            int doublings = Math.max(1, attempt) - 1;
            boolean overflows = doublings >= Long.numberOfLeadingZeros(firstNanos) - 1;
            return Duration.ofNanos(overflows ? capNanos : Math.min(capNanos, firstNanos << doublings));
        };
    }

    /**
     * This strategy with full jitter: a wait drawn evenly between zero and what this strategy says, so that many clients
     * which lost the same server don't come back together.
     *
     * @param random where the draws come from; must be safe for any number of threads
     * @return the strategy
     */
    default Backoff fullJitter(RandomGenerator random) {
        Objects.requireNonNull(random, "random");
        return attempt -> {
            long nanos = Math.min(before(attempt).toNanos(), Long.MAX_VALUE - 1); // room for the inclusive bound
            return Duration.ofNanos(random.nextLong(nanos + 1));
        };
    }
}
