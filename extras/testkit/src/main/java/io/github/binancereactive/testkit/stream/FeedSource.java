/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.matching.MarketData;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What feeds work with.
 *
 * @param board where they publish
 * @param data what they look at
 * @param referencePriceTime when a symbol's reference price was set, in microseconds; null when it never was
 * @param now the engine's time, in microseconds
 */
record FeedSource(
        StreamBoard board, MarketData data, Function<String, @Nullable Long> referencePriceTime, LongSupplier now) {}
