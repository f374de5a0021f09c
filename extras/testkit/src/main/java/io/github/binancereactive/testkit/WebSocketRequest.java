/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeError;
import io.github.binancereactive.testkit.exchange.ExchangeErrors;
import io.github.binancereactive.testkit.exchange.Json;
import io.github.binancereactive.testkit.exchange.JsonParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A request frame of the WebSocket API, read strictly.
 *
 * @param id the JSON text of the id; {@code null}'s when there is none that can be used
 * @param method the method without its version; empty when there is none
 * @param params the parameters, an object
 * @param error what is wrong with the frame itself; null when nothing is
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/request-format">Request
 *     format</a>
 */
record WebSocketRequest(
        String id, String method, JsonNode params, @Nullable ExchangeError error) {

    private static final String NO_ID = "null";
    private static final String VERSION = "v3/";
    // Undocumented, but what the exchange says of other ids.
    private static final String LEGAL_ID = "^[a-zA-Z0-9-_]{1,36}$";
    private static final Pattern ID = Pattern.compile(LEGAL_ID);

    static WebSocketRequest parse(String text) {
        JsonNode root;
        try {
            root = Json.MAPPER.readTree(text);
        } catch (JacksonException e) {
            return refused(NO_ID, "", ExchangeErrors.invalidJson());
        }
        return root.isObject() ? of(root) : refused(NO_ID, "", ExchangeErrors.invalidJson());
    }

    private static WebSocketRequest of(JsonNode root) {
        JsonNode id = root.get("id");
        String method = method(root);
        if (id == null) {
            return refused(NO_ID, method, ExchangeErrors.invalidRequest("Missing required 'id' in JSON request."));
        }
        if (!isLegal(id)) {
            return refused(
                    NO_ID,
                    method,
                    ExchangeErrors.invalidRequest(
                            "Invalid 'id' in JSON request; expected an integer, a string matching '" + LEGAL_ID
                                    + "', or null."));
        }
        if (method.isEmpty()) {
            return refused(
                    id.toString(),
                    "",
                    ExchangeErrors.invalidRequest(
                            root.has("method")
                                    ? "Invalid 'method' in JSON request; expected a string."
                                    : "Missing required 'method' in JSON request."));
        }
        JsonNode params = root.path("params");
        if (params.isMissingNode()) {
            return new WebSocketRequest(id.toString(), method, Json.MAPPER.createObjectNode(), null);
        }
        return params.isObject()
                ? new WebSocketRequest(id.toString(), method, params, null)
                : refused(
                        id.toString(),
                        method,
                        ExchangeErrors.invalidRequest("Invalid 'params' in JSON request; expected an object."));
    }

    private static WebSocketRequest refused(String id, String method, ExchangeError error) {
        return new WebSocketRequest(id, method, Json.MAPPER.createObjectNode(), error);
    }

    private static String method(JsonNode root) {
        JsonNode method = root.path("method");
        String name = method.isString() ? method.stringValue() : "";
        return name.startsWith(VERSION) ? name.substring(VERSION.length()) : name;
    }

    private static boolean isLegal(JsonNode id) {
        return id.isNull()
                || (id.isIntegralNumber() && id.canConvertToLong())
                || (id.isString() && ID.matcher(id.stringValue()).matches());
    }

    /** Whether the answer shows rate limits: as the request says, or else as the connection does. */
    boolean returnRateLimits(boolean byDefault) {
        JsonNode wish = params.path(JsonParameters.RETURN_RATE_LIMITS);
        return wish.isBoolean() ? wish.booleanValue() : byDefault;
    }

    /** The parameters for the record, the characters of a string and the JSON of anything else. */
    Map<String, String> recorded() {
        Map<String, String> recorded = new LinkedHashMap<>();
        params.properties()
                .forEach(param -> recorded.put(
                        param.getKey(),
                        param.getValue().isString()
                                ? param.getValue().stringValue()
                                : param.getValue().toString()));
        return recorded;
    }
}
