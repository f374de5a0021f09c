/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * What became of one half of a cancel-replace.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum CancelReplaceResult {
    /** It was done. */
    SUCCESS,
    /** It was refused. */
    FAILURE,
    /** It was not tried. */
    NOT_ATTEMPTED,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
