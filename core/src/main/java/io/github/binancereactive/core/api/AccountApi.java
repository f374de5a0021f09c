/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

/** What an account has: balances, orders, trades, limits. All of it is safe to repeat. See {@link Exchange#exchange} for what each returned {@code Mono} promises. */
public interface AccountApi extends Exchange {}
