/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import java.util.Map;

/** Of the endpoints of accounts. */
final class AccountDeviations {

    private static final Deviation ONE_OF_TWO =
            new Deviation("?", "false", "\"NO*\": one of the two ids must be there, and that is a rule of its own");

    static final Map<String, Deviation> ALL = Map.ofEntries(
            Map.entry(
                    "order.status orderId mandatory",
                    new Deviation("true", "false", "the cell covers both ids: one of them must be there")),
            Map.entry("order.status origClientOrderId mandatory", new Deviation("?", "false", Deviation.SHIFTED)),
            Map.entry("GET /api/v3/orderList orderListId mandatory", ONE_OF_TWO),
            Map.entry("GET /api/v3/orderList origClientOrderId mandatory", ONE_OF_TWO),
            Map.entry("orderList.status origClientOrderId mandatory", ONE_OF_TWO),
            Map.entry("orderList.status orderListId mandatory", new Deviation("?", "false", Deviation.SHIFTED)));

    private AccountDeviations() {}
}
