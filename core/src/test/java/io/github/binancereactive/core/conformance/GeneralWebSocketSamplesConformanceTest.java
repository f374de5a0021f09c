/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import java.util.Map;

/** The general endpoints. */
class GeneralWebSocketSamplesConformanceTest extends WebSocketSamples {

    @Override
    Map<String, Endpoint<?>> sections() {
        return Map.of(
                "Test connectivity", GeneralEndpoints.PING,
                "Check server time", GeneralEndpoints.TIME,
                "Exchange information", GeneralEndpoints.EXCHANGE_INFO,
                "Query Execution Rules", GeneralEndpoints.EXECUTION_RULES,
                "How to interpret rate limits", GeneralEndpoints.TIME,
                "How to show/hide rate limit information", GeneralEndpoints.TIME);
    }
}
