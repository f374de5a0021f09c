/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Who trades on the simulated exchange: accounts, what they own at first, and the keys by which they show who they are.
 */
@NullMarked
package io.github.binancereactive.testkit.account;

import org.jspecify.annotations.NullMarked;
