/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import io.github.binancereactive.core.model.stream.DepthUpdate;
import io.github.binancereactive.ws.stream.StreamSignal;
import reactor.core.publisher.Flux;

/** Where depth updates come from. */
@FunctionalInterface
interface DepthSource {

    /** Updates of a symbol's book, and what is to be known about gaps; fails with an overflow when they aren't taken in time. */
    Flux<StreamSignal<DepthUpdate>> signals(String symbol);
}
