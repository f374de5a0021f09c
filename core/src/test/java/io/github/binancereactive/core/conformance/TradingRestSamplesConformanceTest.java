/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import io.github.binancereactive.core.endpoint.Catalogue;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.SecurityType;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The endpoints of trading. */
class TradingRestSamplesConformanceTest extends RestSamples {

    @Override
    List<Endpoint<?>> endpoints() {
        return Catalogue.endpoints().stream()
                .filter(endpoint -> endpoint.security() == SecurityType.TRADE)
                .toList();
    }

    @Override
    JsonNode encoded(Endpoint<?> endpoint, JsonNode json) {
        return TradingSamples.withoutAbsentTimes(json);
    }
}
