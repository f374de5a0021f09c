/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.ws.session.InMemoryConnection;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request as the exchange sees it. */
public record FakeRequest(InMemoryConnection connection, long id, String method, String text) {

    public static final String RESULT = "{\"serverTime\":1700000000000}";

    private static final JsonMapper JACKSON = new JsonMapper();

    /** A parameter as text; null when it isn't there. */
    public String param(String name) {
        JsonNode value = params().get(name);
        return value == null ? null : value.asString();
    }

    /** The names of the parameters, sorted. */
    public Set<String> paramNames() {
        return new TreeSet<>(params().propertyNames());
    }

    private JsonNode params() {
        JsonNode params = JACKSON.readTree(text).get("params");
        return params == null ? JACKSON.createObjectNode() : params;
    }

    public void thenRespond(String result) {
        connection.send(answer(result));
    }

    public void thenFail(int status, String error) {
        connection.send(refusal(status, error));
    }

    /** The answer to a {@code time} request. */
    public String answer() {
        return answer(RESULT);
    }

    public String answer(String result) {
        return "{\"id\":" + id + ",\"status\":200,\"result\":" + result + ",\"rateLimits\":[]}";
    }

    public String refusal(int status, String error) {
        return "{\"id\":" + id + ",\"status\":" + status + ",\"error\":" + error + "}";
    }
}
