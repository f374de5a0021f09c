/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

/** A clock that two JVMs on one machine read alike, finer than the time of day: what it says counts only between them. */
final class SharedClock {

    /** Makes it look like microseconds of these years. */
    private static final long OFFSET = 1_700_000_000_000_000L;

    private static final int NANOS_PER_MICRO = 1_000;

    private SharedClock() {}

    static long micros() {
        return OFFSET + System.nanoTime() / NANOS_PER_MICRO;
    }
}
