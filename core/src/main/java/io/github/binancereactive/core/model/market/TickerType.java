/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.market;

/**
 * How much a ticker says.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum TickerType {
    /** Everything. */
    FULL,
    /** Without price change, weighted average, best bid and ask. */
    MINI
}
