/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The unit of every time in an answer: {@code X-MBX-TIME-UNIT} on REST, {@code timeUnit} in the URL of the WebSocket
 * API.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-api-information">General API
 *     information</a>
 */
public enum TimestampUnit {
    /** Thousandths of a second, the default. */
    MILLISECOND(1000),
    /** Millionths of a second. */
    MICROSECOND(1);

    private final long micros;

    TimestampUnit(long micros) {
        this.micros = micros;
    }

    /**
     * What the caller asked for.
     *
     * @param value the header's or parameter's value; null when absent
     * @return the unit, {@link #MILLISECOND} when absent
     * @throws ExchangeError -1194 when it is neither, or in mixed case
     */
    public static TimestampUnit of(@Nullable String value) {
        if (value == null) {
            return MILLISECOND;
        }
        for (TimestampUnit unit : values()) {
            if (unit.name().equals(value)
                    || unit.name().toLowerCase(java.util.Locale.ROOT).equals(value)) {
                return unit;
            }
        }
        throw ExchangeErrors.invalidTimeUnit();
    }

    /**
     * A time in this unit.
     *
     * @param epochMicros microseconds since the epoch
     * @return units since the epoch
     */
    public long of(long epochMicros) {
        return epochMicros / micros;
    }

    /** An instant in this unit. */
    long of(Instant instant) {
        return of(TimeUnit.SECONDS.toMicros(instant.getEpochSecond()) + instant.getNano() / 1000);
    }
}
