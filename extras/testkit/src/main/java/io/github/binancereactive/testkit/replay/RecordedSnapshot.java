/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.replay;

import io.github.binancereactive.testkit.matching.PriceLevel;
import java.util.List;

/** A recorded answer of {@code depth}. */
record RecordedSnapshot(String symbol, long lastUpdateId, List<PriceLevel> bids, List<PriceLevel> asks) {}
