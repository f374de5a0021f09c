/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.endpoint.Endpoint;
import java.util.List;

/** The endpoints of accounts. */
class AccountRestSamplesConformanceTest extends RestSamples {

    @Override
    List<Endpoint<?>> endpoints() {
        return List.of(
                AccountEndpoints.ACCOUNT,
                AccountEndpoints.ORDER,
                AccountEndpoints.OPEN_ORDERS,
                AccountEndpoints.ALL_ORDERS,
                AccountEndpoints.ORDER_LIST,
                AccountEndpoints.ALL_ORDER_LISTS,
                AccountEndpoints.OPEN_ORDER_LISTS,
                AccountEndpoints.MY_TRADES,
                AccountEndpoints.UNFILLED_ORDER_COUNT,
                AccountEndpoints.MY_PREVENTED_MATCHES,
                AccountEndpoints.MY_ALLOCATIONS,
                AccountEndpoints.COMMISSION,
                AccountEndpoints.ORDER_AMENDMENTS,
                AccountEndpoints.MY_FILTERS);
    }
}
