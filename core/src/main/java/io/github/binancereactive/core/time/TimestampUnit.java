/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.time;

/**
 * The unit of the times that the exchange sends. Records hold {@code Instant}s whichever it is; microseconds are more exact.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-api-information">General API
 *     information</a>
 */
public enum TimestampUnit {
    /** Milliseconds, the exchange's default. */
    MILLISECOND,
    /** Microseconds: header {@code X-MBX-TIME-UNIT} on REST, {@code timeUnit} in the URL of a WebSocket. */
    MICROSECOND
}
