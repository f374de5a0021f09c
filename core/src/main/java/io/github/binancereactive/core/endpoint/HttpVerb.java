/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

/** The HTTP methods that the REST API uses. */
public enum HttpVerb {
    /** Reads; parameters travel in the query string. */
    GET,
    /** Creates. */
    POST,
    /** Changes. */
    PUT,
    /** Cancels. */
    DELETE
}
