/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.util.List;
import java.util.stream.Stream;

/** All endpoints: the list of what the exchange offers through this connector. */
public final class Catalogue {

    private static final List<Endpoint<?>> ENDPOINTS = Stream.of(
                    GeneralEndpoints.ALL,
                    MarketDataEndpoints.ALL,
                    TradingEndpoints.ALL,
                    AccountEndpoints.ALL,
                    SessionEndpoints.ALL)
            .flatMap(List::stream)
            .toList();

    private static final List<ResultType<?>> OTHER_ANSWERS = Stream.of(
                    MarketDataEndpoints.OTHER_ANSWERS, TradingEndpoints.OTHER_ANSWERS)
            .flatMap(List::stream)
            .toList();

    private Catalogue() {}

    /**
     * Every endpoint, in the order of the exchange's documentation.
     *
     * @return an unmodifiable list
     */
    public static List<Endpoint<?>> endpoints() {
        return ENDPOINTS;
    }

    /**
     * What endpoints can be made to answer beside their usual result; see {@link Endpoint#answering}.
     *
     * @return an unmodifiable list
     */
    public static List<ResultType<?>> otherAnswers() {
        return OTHER_ANSWERS;
    }
}
