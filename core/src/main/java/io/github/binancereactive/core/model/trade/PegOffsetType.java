/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * What the offset of a pegged order counts.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum PegOffsetType {
    /** Price levels of the book. */
    PRICE_LEVEL,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
