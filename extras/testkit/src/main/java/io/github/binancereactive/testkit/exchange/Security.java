/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

/**
 * What a method asks of the one who calls it.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security">Request
 *     security</a>
 */
enum Security {
    /** Nothing. */
    NONE,
    /** A signed request of a key that may trade. */
    TRADE,
    /** A signed request. */
    USER_DATA,
    /** A connection that has logged on; no signature. */
    SESSION
}
