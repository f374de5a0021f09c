/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * How far an order list has come.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum ListOrderStatus {
    /** Placed and active. */
    EXECUTING,
    /** Ended. */
    ALL_DONE,
    /** Answers an action that failed. */
    REJECT,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
