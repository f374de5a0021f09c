/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * How much the answer to a new order says.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum OrderResponseType {
    /** That it was taken. */
    ACK,
    /** Also how far it has come. */
    RESULT,
    /** Also its fills. */
    FULL
}
