/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * What a cancel-replace does when the count of unfilled orders is used up.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum OrderRateLimitExceededMode {
    /** Nothing; the default. */
    DO_NOTHING,
    /** It cancels, and places nothing. */
    CANCEL_ONLY
}
