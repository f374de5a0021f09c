/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.time.Instant;

/**
 * Times on the wire: milliseconds or microseconds since 1970, recognised by magnitude. 10^14 is the year 5138 in
 * milliseconds and March 1973 in microseconds: no time that the exchange can send lies on the wrong side of it.
 */
final class Times {

    private static final long LEAST_MICROSECONDS = 100_000_000_000_000L;

    private Times() {}

    static Instant instant(long wire) {
        if (wire < LEAST_MICROSECONDS) {
            return Instant.ofEpochMilli(wire);
        }
        return Instant.ofEpochSecond(wire / 1_000_000, wire % 1_000_000 * 1_000);
    }
}
