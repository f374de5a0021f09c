/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The same JSON written otherwise: fields in another order, with white space, with escapes, and with fields that mean nothing. */
final class RearrangedJson {

    private static final List<String> SPACES = List.of("", "", " ", "\n", "\t\r ", "  ");
    private static final List<String> NEWS = List.of(
            "\"news\":{\"e\":[null,{}]}",
            "\"_\":\"}\\\"\"",
            "\"\":-1.5e3",
            "\"\\u00fc\":true",
            "\"Z\":[]",
            "\"y\":\"\"");

    private final Random random;

    RearrangedJson(Random random) {
        this.random = random;
    }

    byte[] write(JsonNode json) {
        return any(json).getBytes(UTF_8);
    }

    private String any(JsonNode json) {
        return space() + (json.isObject() ? object(json) : json.isArray() ? array(json) : scalar(json)) + space();
    }

    private String object(JsonNode json) {
        List<String> fields = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : json.properties()) {
            fields.add(space() + text(field.getKey()) + space() + ":" + any(field.getValue()));
        }
        while (random.nextInt(4) == 0) {
            fields.add(space() + NEWS.get(random.nextInt(NEWS.size())));
        }
        Collections.shuffle(fields, random);
        return "{" + String.join(",", fields) + space() + "}";
    }

    private String array(JsonNode json) {
        return json.valueStream().map(this::any).collect(Collectors.joining(",", "[" + space(), "]"));
    }

    private String scalar(JsonNode json) {
        return json.isString() ? text(json.asString()) : json.toString();
    }

    private String text(String text) {
        StringBuilder written = new StringBuilder("\"");
        boolean escapes = random.nextInt(4) == 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || (escapes && random.nextBoolean() && !Character.isSurrogate(c))) {
                written.append(String.format("\\u%04x", (int) c));
            } else {
                written.append(c);
            }
        }
        return written.append('"').toString();
    }

    private String space() {
        return SPACES.get(random.nextInt(SPACES.size()));
    }
}
