/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.endpoint.Endpoint;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints of accounts. */
class AccountWebSocketSamplesConformanceTest extends WebSocketSamples {

    @Override
    Map<String, Endpoint<?>> sections() {
        return Map.ofEntries(
                Map.entry("Account information (USER_DATA)", AccountEndpoints.ACCOUNT),
                Map.entry("Query order (USER_DATA)", AccountEndpoints.ORDER),
                Map.entry("Current open orders (USER_DATA)", AccountEndpoints.OPEN_ORDERS),
                Map.entry("Account order history (USER_DATA)", AccountEndpoints.ALL_ORDERS),
                Map.entry("Query Order list (USER_DATA)", AccountEndpoints.ORDER_LIST),
                Map.entry("Account order list history (USER_DATA)", AccountEndpoints.ALL_ORDER_LISTS),
                Map.entry("Current open Order lists (USER_DATA)", AccountEndpoints.OPEN_ORDER_LISTS),
                Map.entry("Account trade history (USER_DATA)", AccountEndpoints.MY_TRADES),
                Map.entry("Unfilled Order Count (USER_DATA)", AccountEndpoints.UNFILLED_ORDER_COUNT),
                Map.entry("Account prevented matches (USER_DATA)", AccountEndpoints.MY_PREVENTED_MATCHES),
                Map.entry("Account allocations (USER_DATA)", AccountEndpoints.MY_ALLOCATIONS),
                Map.entry("Account Commission Rates (USER_DATA)", AccountEndpoints.COMMISSION),
                Map.entry("Query Order Amendments (USER_DATA)", AccountEndpoints.ORDER_AMENDMENTS),
                Map.entry("Query Relevant Filters (USER_DATA)", AccountEndpoints.MY_FILTERS));
    }

    /** A {@code trailingTime} of -1 is a time that hasn't come: the record has none, and what is absent isn't encoded. */
    @Override
    JsonNode encoded(Endpoint<?> endpoint, JsonNode result) {
        if (result.path("trailingTime").asInt(0) != -1) {
            return result;
        }
        ObjectNode copy = (ObjectNode) result.deepCopy();
        copy.remove("trailingTime");
        return copy;
    }

    /**
     * Decimals travel as texts, as the documentation has its prices, and its {@code recvWindow} now as a text and now as a
     * number. Whole numbers travel as numbers, and the documentation has one {@code orderId} as a text.
     */
    @Override
    JsonNode request(JsonNode request) {
        if (!(request.get("params") instanceof ObjectNode)) {
            return request;
        }
        ObjectNode copy = (ObjectNode) request.deepCopy();
        ObjectNode params = (ObjectNode) copy.get("params");
        if (params.path("recvWindow").isNumber()) {
            params.put("recvWindow", params.get("recvWindow").asString());
        }
        if (params.path("orderId").isString()) {
            params.put("orderId", params.get("orderId").asLong());
        }
        return copy;
    }
}
