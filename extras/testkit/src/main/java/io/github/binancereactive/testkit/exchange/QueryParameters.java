/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Parameters of a query string or a form, percent-decoded; a list is written {@code ["A","B"]}. */
public final class QueryParameters implements Parameters {

    private final Map<String, String> values = new LinkedHashMap<>();
    private final boolean duplicates;

    /**
     * The parameters of one request.
     *
     * @param query those of the query string, which win over those of the body
     * @param body those of the body
     */
    public QueryParameters(Map<String, List<String>> query, Map<String, List<String>> body) {
        body.forEach((name, all) -> values.put(name, all.get(0)));
        query.forEach((name, all) -> values.put(name, all.get(0)));
        duplicates = repeated(query) || repeated(body);
    }

    private static boolean repeated(Map<String, List<String>> parameters) {
        return parameters.values().stream().anyMatch(all -> all.size() > 1);
    }

    boolean duplicates() {
        return duplicates;
    }

    @Override
    public Set<String> names() {
        return values.keySet();
    }

    @Override
    public @Nullable String text(String name) {
        return values.get(name);
    }

    @Override
    public @Nullable List<String> list(String name) {
        String text = values.get(name);
        try {
            return text == null ? null : strings(Json.MAPPER.readTree(text));
        } catch (JacksonException notJson) {
            return null;
        }
    }

    /** The elements of a JSON array of strings, null for anything else. */
    static @Nullable List<String> strings(JsonNode node) {
        if (!node.isArray()) {
            return null;
        }
        List<String> strings = new ArrayList<>(node.size());
        for (JsonNode element : node) {
            if (!element.isString()) {
                return null;
            }
            strings.add(element.stringValue());
        }
        return strings;
    }
}
