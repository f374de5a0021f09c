/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.user;

/**
 * Why an order or an order list was not taken.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/user-data-stream">User Data Streams</a>
 */
public enum OrderRejectReason {
    /** It was not rejected. */
    NONE,
    /** Not enough funds. */
    INSUFFICIENT_BALANCES,
    /** The stop price is on the wrong side of the last price. */
    STOP_PRICE_WOULD_TRIGGER_IMMEDIATELY,
    /** A {@code LIMIT_MAKER} order would have taken. */
    WOULD_MATCH_IMMEDIATELY,
    /** The prices of the orders of a list don't stand to each other as they must. */
    OCO_BAD_PRICES,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
