/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.util.List;

/** All endpoints: the list of what the exchange offers through this connector. */
public final class Catalogue {

    private static final List<Endpoint<?>> ENDPOINTS = List.of(
            GeneralEndpoints.PING,
            GeneralEndpoints.TIME,
            GeneralEndpoints.EXCHANGE_INFO,
            GeneralEndpoints.EXECUTION_RULES);

    private Catalogue() {}

    /**
     * Every endpoint, in the order of the exchange's documentation.
     *
     * @return an unmodifiable list
     */
    public static List<Endpoint<?>> endpoints() {
        return ENDPOINTS;
    }
}
