/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.util.List;

/** The endpoints that place, amend and cancel orders and order lists. */
public final class TradingEndpoints {

    static final List<Endpoint<?>> ALL = List.of();

    static final List<ResultType<?>> OTHER_ANSWERS = List.of();

    private TradingEndpoints() {}
}
