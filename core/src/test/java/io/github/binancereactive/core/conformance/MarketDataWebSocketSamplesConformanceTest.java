/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.ResultType;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Market data. */
class MarketDataWebSocketSamplesConformanceTest extends WebSocketSamples {

    @Override
    Map<String, Endpoint<?>> sections() {
        return MarketDataSamples.SECTIONS;
    }

    @Override
    ResultType<?> type(Endpoint<?> endpoint, JsonNode sample) {
        return MarketDataSamples.type(endpoint, sample.get("json").get("result"));
    }

    @Override
    JsonNode encoded(Endpoint<?> endpoint, JsonNode result) {
        return MarketDataSamples.withoutNull(result);
    }
}
