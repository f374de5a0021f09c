/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the samples of orders have in common on both wires. */
final class TradingSamples {

    private TradingSamples() {}

    /** The exchange says -1 where an order has no time yet; a record has null there, which is left out. */
    static JsonNode withoutAbsentTimes(JsonNode json) {
        JsonNode copy = json.deepCopy();
        removeAbsentTimes(copy);
        return copy;
    }

    private static void removeAbsentTimes(JsonNode json) {
        if (json instanceof ObjectNode object) {
            object.properties()
                    .removeIf(field -> (field.getKey().equals("workingTime")
                                    || field.getKey().equals("trailingTime"))
                            && field.getValue().asLong() == -1);
        }
        json.forEach(TradingSamples::removeAbsentTimes);
    }
}
