/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.ResultType;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Market data. */
class MarketDataRestSamplesConformanceTest extends RestSamples {

    @Override
    List<Endpoint<?>> endpoints() {
        return MarketDataSamples.ENDPOINTS;
    }

    @Override
    ResultType<?> type(Endpoint<?> endpoint, JsonNode sample) {
        return MarketDataSamples.type(endpoint, sample.get("json"));
    }

    @Override
    JsonNode encoded(Endpoint<?> endpoint, JsonNode json) {
        return MarketDataSamples.withoutNull(json);
    }
}
