/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * Why an order expired.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum ExpiryReason {
    /** It has not. */
    NONE,
    /** It was rejected. */
    REJECTED,
    /** The exchange canceled it. */
    EXCHANGE_CANCELED,
    /** The other order of its list was triggered or filled. */
    OCO_TRIGGER,
    /** The working order of its list ended before it was filled. */
    OTO_PHASE_ONE_EXPIRED,
    /** The rest of an immediate-or-cancel order. */
    UNFILLED_IOC_QUANTITY_EXPIRED,
    /** A fill-or-kill order that could not be filled. */
    UNFILLED_FOK_ORDER_EXPIRED,
    /** The book had nothing left to fill it. */
    INSUFFICIENT_LIQUIDITY,
    /** It would have traded outside the price range. */
    EXECUTION_RULE_PRICE_RANGE_EXCEEDED,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
