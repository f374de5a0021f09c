/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.general;

/**
 * What a rate limit counts.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum RateLimitType {
    /** The weight of requests, by IP address. */
    REQUEST_WEIGHT,
    /** Unfilled orders, by account. */
    ORDERS,
    /** Requests, whatever their weight, by IP address. */
    RAW_REQUESTS,
    /** Attempts to open a WebSocket connection, by IP address. */
    CONNECTIONS,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
