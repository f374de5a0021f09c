/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * How long an order is active.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum TimeInForce {
    /** Good till canceled: it stays on the book until it is filled or canceled. */
    GTC,
    /** Immediate or cancel: what can't be filled at once expires. */
    IOC,
    /** Fill or kill: if not all of it can be filled at once, all of it expires. */
    FOK,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
