/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * How the orders of a list depend on each other.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum ContingencyType {
    /** One cancels the other. */
    OCO,
    /** One triggers the other. */
    OTO,
    /** A value that this version of the connector doesn't know. */
    UNKNOWN
}
