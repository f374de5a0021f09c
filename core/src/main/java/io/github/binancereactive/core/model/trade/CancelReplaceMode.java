/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * What happens to the new order when the old one can't be canceled.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum CancelReplaceMode {
    /** It is not placed. */
    STOP_ON_FAILURE,
    /** It is placed all the same. */
    ALLOW_FAILURE
}
