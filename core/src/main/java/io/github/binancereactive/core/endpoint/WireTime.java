/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.time.Instant;

/**
 * Times on the wire: milliseconds or microseconds since 1970, told apart by magnitude. The exchange takes either and sends either.
 */
public final class WireTime {

    /** 10^14 is the year 5138 in milliseconds and March 1973 in microseconds: no time that the exchange can send lies on the wrong
     * side of it. */
    private static final long LEAST_MICROSECONDS = 100_000_000_000_000L;

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int MICROS_PER_MILLI = 1_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private static final long SECONDS_UNTIL_5138 = LEAST_MICROSECONDS / 1_000;

    private WireTime() {}

    /** Whether it is a time that the exchange would take for what it is. */
    static boolean fits(Instant time) {
        return time.getEpochSecond() >= 0 && time.getEpochSecond() < SECONDS_UNTIL_5138;
    }

    /**
     * A time as a parameter.
     *
     * @param time what is finer than a microsecond is cut off
     * @return milliseconds; microseconds when there is a part of a millisecond and the year is not before 1973
     */
    public static long of(Instant time) {
        long micros = micros(time);
        boolean wouldBeMilliseconds = micros < LEAST_MICROSECONDS;
        return wouldBeMilliseconds || micros % MICROS_PER_MILLI == 0 ? time.toEpochMilli() : micros;
    }

    /**
     * A time where all are told in microseconds.
     *
     * @param time what is finer than a microsecond is cut off
     * @return microseconds; milliseconds before March 1973, where microseconds would be taken for these
     */
    public static long microsOf(Instant time) {
        long micros = micros(time);
        return micros < LEAST_MICROSECONDS ? time.toEpochMilli() : micros;
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * MICROS_PER_SECOND + time.getNano() / NANOS_PER_MICRO;
    }

    /**
     * The time that a parameter says.
     *
     * @param wire milliseconds or microseconds
     * @return that time
     */
    public static Instant instant(long wire) {
        if (wire < LEAST_MICROSECONDS) {
            return Instant.ofEpochMilli(wire);
        }
        return Instant.ofEpochSecond(wire / MICROS_PER_SECOND, wire % MICROS_PER_SECOND * NANOS_PER_MICRO);
    }
}
