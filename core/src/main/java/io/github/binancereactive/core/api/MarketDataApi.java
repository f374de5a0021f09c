/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

/** Public market data. All of it is safe to repeat. See {@link Exchange#exchange} for what each returned {@code Mono} promises. */
public interface MarketDataApi extends Exchange {}
