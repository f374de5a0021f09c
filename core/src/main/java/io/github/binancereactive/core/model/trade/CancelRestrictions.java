/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * In which state an order must be to be canceled.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum CancelRestrictions {
    /** Only if nothing of it was filled. */
    ONLY_NEW,
    /** Only if a part of it was filled. */
    ONLY_PARTIALLY_FILLED
}
