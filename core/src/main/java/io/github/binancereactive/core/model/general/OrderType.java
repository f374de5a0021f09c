/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.general;

/**
 * The types of order.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum OrderType {
    /** Executes at its price or better. */
    LIMIT,
    /** Executes at once at the best prices there are. */
    MARKET,
    /** Becomes a market order when the stop price is reached. */
    STOP_LOSS,
    /** Becomes a limit order when the stop price is reached. */
    STOP_LOSS_LIMIT,
    /** Becomes a market order when the price to take profit at is reached. */
    TAKE_PROFIT,
    /** Becomes a limit order when the price to take profit at is reached. */
    TAKE_PROFIT_LIMIT,
    /** A limit order that is rejected if it would execute at once. */
    LIMIT_MAKER,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
