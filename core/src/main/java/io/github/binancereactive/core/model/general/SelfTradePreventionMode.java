/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.general;

/**
 * What happens when an order would trade with one of the same account.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum SelfTradePreventionMode {
    /** Nothing is prevented. */
    NONE,
    /** The order on the book expires. */
    EXPIRE_MAKER,
    /** The new order expires. */
    EXPIRE_TAKER,
    /** Both expire. */
    EXPIRE_BOTH,
    /** The smaller expires, the larger shrinks by as much. */
    DECREMENT,
    /** The quantity passes between the accounts without a trade. */
    TRANSFER,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
