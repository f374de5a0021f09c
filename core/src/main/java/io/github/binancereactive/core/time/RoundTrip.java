/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What one request for the exchange's time tells.
 *
 * @param received when its answer came, by the local clock
 * @param offset the middle of what the offset can be
 * @param uncertainty how far it can be from there
 */
record RoundTrip(Instant received, Duration offset, Duration uncertainty) {

    /**
     * The exchange cuts its time to milliseconds or microseconds: the true one is up to one unit later. So the answer was
     * stamped between {@code serverTime} and {@code serverTime + unit}, at a local moment between {@code sent} and {@code
     * received}.
     */
    @SuppressWarnings("JavaInstantGetSecondsGetNano") // The fraction of the second is what is asked for.
    static RoundTrip of(Instant sent, Instant serverTime, Instant received) {
        boolean milliseconds = serverTime.equals(serverTime.truncatedTo(ChronoUnit.MILLIS));
        Duration unit = Duration.of(1, milliseconds ? ChronoUnit.MILLIS : ChronoUnit.MICROS);
        Duration least = Duration.between(received, serverTime);
        Duration most = Duration.between(sent, serverTime).plus(unit);
        Duration uncertainty = most.minus(least).dividedBy(2);
        return new RoundTrip(received, least.plus(uncertainty), uncertainty.plusNanos(1)); // the division rounds down
    }

    /** Whether one offset can explain both. */
    boolean agreesWith(RoundTrip other) {
        Duration apart = offset.minus(other.offset).abs();
        return apart.compareTo(uncertainty.plus(other.uncertainty)) <= 0;
    }
}
