/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.SessionEndpoints;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is about the connection. */
class SessionWebSocketSamplesConformanceTest extends WebSocketSamples {

    @Override
    Map<String, Endpoint<?>> sections() {
        return Map.of(
                "Log in with API key (SIGNED)", SessionEndpoints.LOGON,
                "Query session status", SessionEndpoints.STATUS,
                "Log out of the session", SessionEndpoints.LOGOUT,
                "Subscribe to User Data Stream (USER_STREAM)", SessionEndpoints.SUBSCRIBE,
                "Unsubscribe from User Data Stream", SessionEndpoints.UNSUBSCRIBE,
                "Listing all subscriptions", SessionEndpoints.SUBSCRIPTIONS,
                "Subscribe to User Data Stream through signature subscription (USER_STREAM)",
                        SessionEndpoints.SUBSCRIBE_SIGNATURE);
    }

    /** What is null in a record isn't encoded; the exchange shows a key that isn't there as null. */
    @Override
    JsonNode encoded(Endpoint<?> endpoint, JsonNode result) {
        if (!(result instanceof ObjectNode)) {
            return result;
        }
        ObjectNode copy = (ObjectNode) result.deepCopy();
        result.properties().stream()
                .filter(field -> field.getValue().isNull())
                .forEach(field -> copy.remove(field.getKey()));
        return copy;
    }
}
