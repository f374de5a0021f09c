/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.stream.MarketStream;

/** Where fluxes of streams come from. */
interface StreamDesk {

    /** The same stream has one subscription at the exchange, however many fluxes there are. */
    <T> StreamFlux<T> flux(MarketStream<T> stream);
}
