/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * What the status of an order list is about.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum ListStatusType {
    /** Answers an action that failed. */
    RESPONSE,
    /** The list was placed or has changed. */
    EXEC_STARTED,
    /** The client order id of one of its orders has changed. */
    UPDATED,
    /** The list has ended. */
    ALL_DONE,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
