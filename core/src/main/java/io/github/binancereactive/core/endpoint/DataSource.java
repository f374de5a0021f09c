/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

/**
 * Where the exchange takes an answer from, which says how fresh it is.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/data-sources">Data sources</a>
 */
public enum DataSource {
    /** The matching engine itself: the freshest. */
    MATCHING_ENGINE,
    /** The memory of an API server. */
    MEMORY,
    /** A database: the least fresh. */
    DATABASE,
    /** Memory first, the database when it isn't found there. */
    MEMORY_THEN_DATABASE,
    /** The endpoint has no source: it computes its answer, or the documentation names none. */
    NONE
}
