/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import java.util.Map;

/** Of the endpoints of market data. */
final class MarketDataDeviations {

    static final Map<String, Deviation> ALL = Map.ofEntries();

    private MarketDataDeviations() {}
}
