/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * How far an order has come.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum OrderStatus {
    /** Accepted by the engine. */
    NEW,
    /** Waits until the working order of its list has been filled. */
    PENDING_NEW,
    /** A part has been filled. */
    PARTIALLY_FILLED,
    /** Filled. */
    FILLED,
    /** Canceled by the user. */
    CANCELED,
    /** Unused by the exchange. */
    PENDING_CANCEL,
    /** Not accepted by the engine. */
    REJECTED,
    /** Ended by the rules of its type, or by the exchange. */
    EXPIRED,
    /** Ended by self-trade prevention. */
    EXPIRED_IN_MATCH,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
