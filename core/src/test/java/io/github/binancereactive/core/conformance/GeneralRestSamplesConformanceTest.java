/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The general endpoints. */
class GeneralRestSamplesConformanceTest extends RestSamples {

    @Override
    List<Endpoint<?>> endpoints() {
        return List.of(
                GeneralEndpoints.PING,
                GeneralEndpoints.TIME,
                GeneralEndpoints.EXCHANGE_INFO,
                GeneralEndpoints.EXECUTION_RULES);
    }

    @Override
    JsonNode sent(Endpoint<?> endpoint, JsonNode json) {
        return withoutPlaceholders(json);
    }

    /**
     * The documentation puts {@code "rateLimits": [{ // These are defined in the `ENUM definitions` section ... }]} where the
     * exchange sends its limits: with the comment removed, an empty object is left that the exchange never sends.
     */
    private static JsonNode withoutPlaceholders(JsonNode json) {
        if (json.get("rateLimits") instanceof ArrayNode limits
                && limits.size() == 1
                && limits.get(0).isEmpty()) {
            ObjectNode copy = (ObjectNode) json.deepCopy();
            copy.putArray("rateLimits");
            return copy;
        }
        return json;
    }
}
