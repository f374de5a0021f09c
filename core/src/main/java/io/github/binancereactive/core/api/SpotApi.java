/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

/** Everything that the Spot exchange offers by request and answer, the same over REST and over the WebSocket API. */
public interface SpotApi extends GeneralApi, MarketDataApi, TradingApi, AccountApi {}
