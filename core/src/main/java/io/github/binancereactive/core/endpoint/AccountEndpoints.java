/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.util.List;

/** The endpoints that read an account: its balances, orders, trades, limits. */
public final class AccountEndpoints {

    static final List<Endpoint<?>> ALL = List.of();

    private AccountEndpoints() {}
}
