/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The mapper of the simulator; it keeps numbers as they are written. */
public final class Json {

    /** Reads trees, refuses anything after the first value, keeps every digit of a number. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    /**
     * An object to be filled.
     *
     * @return an empty one
     */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * A list to be filled.
     *
     * @return an empty one
     */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }
}
