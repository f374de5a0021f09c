/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * Which side of the book an order stands on.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum Side {
    /** Buys the base asset. */
    BUY,
    /** Sells the base asset. */
    SELL,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
