/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static java.util.Map.entry;

import io.github.binancereactive.core.endpoint.Catalogue;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.Parameter;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The endpoints of trading. */
class TradingWebSocketSamplesConformanceTest extends WebSocketSamples {

    @Override
    @SuppressWarnings("deprecation") // it has samples
    Map<String, Endpoint<?>> sections() {
        return Map.ofEntries(
                entry("Unfilled Order Count", TradingEndpoints.NEW_ORDER),
                entry("Place new order (TRADE)", TradingEndpoints.NEW_ORDER),
                entry("Test new order (TRADE)", TradingEndpoints.TEST_ORDER),
                entry("Cancel order (TRADE)", TradingEndpoints.CANCEL_ORDER),
                entry("Cancel and replace order (TRADE)", TradingEndpoints.CANCEL_REPLACE),
                entry("Order Amend Keep Priority (TRADE)", TradingEndpoints.AMEND_ORDER),
                entry("Cancel open orders (TRADE)", TradingEndpoints.CANCEL_OPEN_ORDERS),
                entry("Place new OCO - Deprecated (TRADE)", TradingEndpoints.NEW_LEGACY_OCO),
                entry("Place new Order list - OCO (TRADE)", TradingEndpoints.NEW_OCO),
                entry("Place new Order list - OTO (TRADE)", TradingEndpoints.NEW_OTO),
                entry("Place new Order list - OTOCO (TRADE)", TradingEndpoints.NEW_OTOCO),
                entry("OPO (TRADE)", TradingEndpoints.NEW_OPO),
                entry("OPOCO (TRADE)", TradingEndpoints.NEW_OPOCO),
                entry("Cancel Order list (TRADE)", TradingEndpoints.CANCEL_ORDER_LIST),
                entry("Place new order using SOR (TRADE)", TradingEndpoints.NEW_SOR_ORDER),
                entry("Test new order using SOR (TRADE)", TradingEndpoints.TEST_SOR_ORDER));
    }

    @Override
    JsonNode encoded(Endpoint<?> endpoint, JsonNode result) {
        JsonNode one = endpoint.result().mayBeInList() ? result.get(0) : result;
        JsonNode encoded = TradingSamples.withoutAbsentTimes(one);
        if (encoded instanceof ObjectNode order && order.has("fills") && !order.has("selfTradePreventionMode")) {
            order.put("selfTradePreventionMode", "UNKNOWN"); // the one sample of FULL lacks it, the exchange doesn't
        }
        return encoded;
    }

    /** The documentation has decimals now as numbers, now as texts, which are exact: this library writes texts. */
    @Override
    JsonNode request(JsonNode request) {
        JsonNode copy = request.deepCopy();
        String method = copy.get("method").asString();
        Endpoint<?> endpoint = Catalogue.endpoints().stream()
                .filter(candidate -> method.equals(candidate.method()))
                .findFirst()
                .orElseThrow();
        ObjectNode params = (ObjectNode) copy.get("params");
        for (Parameter parameter : endpoint.parameters()) {
            JsonNode value = params.get(parameter.name());
            if (value != null && parameter.type() == Parameter.Type.DECIMAL) {
                params.put(parameter.name(), value.asString());
            }
        }
        return copy;
    }

    /** A limit order of a pair that sells has to lie above the market: -1166. */
    @Override
    @Nullable String refusal(JsonNode request) {
        return request.get("method").asString().equals("orderList.place.otoco")
                ? "'pendingBelowType' must be STOP_LOSS or STOP_LOSS_LIMIT with 'pendingSide' SELL"
                : null;
    }
}
