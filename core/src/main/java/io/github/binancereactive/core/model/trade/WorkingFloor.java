/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * Who fills an order.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum WorkingFloor {
    /** The book it was sent to. */
    EXCHANGE,
    /** Smart order routing. */
    SOR,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
