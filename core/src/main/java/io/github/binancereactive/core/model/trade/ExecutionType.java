/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * What happened to an order.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum ExecutionType {
    /** Accepted by the engine. */
    NEW,
    /** Canceled by the user. */
    CANCELED,
    /** Amended. */
    REPLACED,
    /** Not accepted by the engine. */
    REJECTED,
    /** Filled, in part or whole. */
    TRADE,
    /** Ended by the rules of its type, or by the exchange. */
    EXPIRED,
    /** Ended by self-trade prevention. */
    TRADE_PREVENTION,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
