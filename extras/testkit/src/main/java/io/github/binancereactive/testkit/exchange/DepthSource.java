/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.testkit.matching.Depth;
import org.jspecify.annotations.Nullable;

/** Books that come from elsewhere than the matching engine. Asked on the event loop. */
@FunctionalInterface
public interface DepthSource {

    /**
     * The book of a symbol.
     *
     * @param symbol the symbol
     * @param limit most levels of a side
     * @return the book as it is now; null when it is the engine's
     */
    @Nullable Depth depth(String symbol, int limit);
}
