/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.matching.TickerStatistics;

/** Over which time a ticker goes. */
@FunctionalInterface
interface TickerWindow {

    TickerStatistics of(String symbol, long nowMicros);
}
