/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.matching.PriceLevel;
import java.util.List;

/**
 * What has become of a book.
 *
 * @param symbol the symbol
 * @param firstUpdateId the first change
 * @param lastUpdateId the last change
 * @param bids the levels that changed, from the best downwards
 * @param asks the levels that changed, from the best upwards
 */
record DepthChange(
        String symbol, long firstUpdateId, long lastUpdateId, List<PriceLevel> bids, List<PriceLevel> asks) {}
