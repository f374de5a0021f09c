/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * Which price a pegged order follows.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum PegPriceType {
    /** The best price of its own side. */
    PRIMARY_PEG,
    /** The best price of the other side. */
    MARKET_PEG,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
