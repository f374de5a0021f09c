/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.exchange.TimestampUnit;
import io.github.binancereactive.testkit.matching.TickerStatistics;
import tools.jackson.databind.node.ObjectNode;

/** How a ticker is written. */
@FunctionalInterface
interface TickerForm {

    ObjectNode json(TickerStatistics ticker, long nowMicros, TimestampUnit unit);
}
