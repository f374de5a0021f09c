/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

/** Orders and order lists: placed, amended, canceled. At most once each. See {@link Exchange#exchange} for what each returned {@code Mono} promises. */
public interface TradingApi extends Exchange {}
