/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What an account has, as the exchange tells it when asked: balances, orders, order lists, trades, limits, commissions.
 */
@NullMarked
package io.github.binancereactive.core.model.account;

import org.jspecify.annotations.NullMarked;
