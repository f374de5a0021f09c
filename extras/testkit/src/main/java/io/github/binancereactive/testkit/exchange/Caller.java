/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.account.SimulatedKey;

/**
 * Who called, once it is certain.
 *
 * @param account whose key it is
 * @param key the key
 */
record Caller(SimulatedAccount account, SimulatedKey key) {}
