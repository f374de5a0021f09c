/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.general;

/**
 * Whether a symbol can be traded.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum SymbolStatus {
    /** Open for trading. */
    TRADING,
    /** The trading day has ended. */
    END_OF_DAY,
    /** Trading is suspended. */
    HALT,
    /** Trading is interrupted. */
    BREAK,
    /** Orders can be canceled, not placed. */
    CANCEL_ONLY,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
