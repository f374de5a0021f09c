/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The {@code params} of a WebSocket request. {@code returnRateLimits} is not among them: every method takes it, and it is
 * about the answer, not about the method.
 */
public final class JsonParameters implements Parameters {

    /** Whether the answer shows the rate limits. */
    public static final String RETURN_RATE_LIMITS = "returnRateLimits";

    private final JsonNode params;
    private final Set<String> names;

    /**
     * The parameters of one request.
     *
     * @param params a JSON object
     */
    public JsonParameters(JsonNode params) {
        this.params = params;
        names = new LinkedHashSet<>(params.propertyNames());
        names.remove(RETURN_RATE_LIMITS);
    }

    @Override
    public Set<String> names() {
        return names;
    }

    /** Every name in the request, {@link #RETURN_RATE_LIMITS} too: all of them are signed. */
    Set<String> allNames() {
        return new LinkedHashSet<>(params.propertyNames());
    }

    /** The value as it is signed. */
    String raw(String name) {
        JsonNode value = params.path(name);
        return value.isString() ? value.stringValue() : value.toString();
    }

    @Override
    public @Nullable String text(String name) {
        JsonNode value = params.get(name);
        if (value == null || value.isNull()) {
            return names.contains(name) ? "" : null;
        }
        return value.isString() ? value.stringValue() : value.toString();
    }

    @Override
    public @Nullable List<String> list(String name) {
        JsonNode value = params.get(name);
        return value == null ? null : QueryParameters.strings(value);
    }
}
