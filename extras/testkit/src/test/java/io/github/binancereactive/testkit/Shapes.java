/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares answers with the documentation's samples: the same names in the same order, values of the same types. */
final class Shapes {

    /** What the documentation calls conditional: it depends on the order, not on the method. */
    private static final Set<String> CONDITIONAL = Set.of(
            "icebergQty",
            "preventedMatchId",
            "preventedQuantity",
            "takerPreventedQuantity",
            "makerPreventedQuantity",
            "stopPrice",
            "strategyId",
            "strategyType",
            "trailingDelta",
            "trailingTime",
            "pegPriceType",
            "pegOffsetType",
            "pegOffsetValue",
            "peggedPrice",
            "workingTime",
            "expiryReason");

    /** What the samples of one kind of answer put in different places, or forget in some of them. */
    private static final Set<String> WANDERING = Set.of("fills", "origQuoteOrderQty", "commissionRates");

    private Shapes() {}

    static void assertSame(JsonNode answer, JsonNode documented) {
        compare("", answer, documented);
    }

    /** An empty object or list in a sample stands for something that the sample doesn't show. */
    private static void compare(String path, JsonNode answer, JsonNode documented) {
        assertThat(answer.getNodeType()).as(path + " " + answer).isEqualTo(documented.getNodeType());
        if (documented.isObject() && !documented.isEmpty()) {
            object(path, answer, documented);
        } else if (documented.isArray() && !documented.isEmpty()) {
            array(path, answer, documented);
        }
    }

    private static void object(String path, JsonNode answer, JsonNode documented) {
        assertThat(fixed(answer)).as(path).isEqualTo(fixed(documented));
        documented.properties().forEach(field -> {
            if (answer.has(field.getKey())) {
                compare(path + "/" + field.getKey(), answer.get(field.getKey()), field.getValue());
            }
        });
    }

    private static List<String> fixed(JsonNode object) {
        return names(object).stream()
                .filter(name -> !CONDITIONAL.contains(name) && !WANDERING.contains(name))
                .toList();
    }

    private static void array(String path, JsonNode answer, JsonNode documented) {
        assertThat(answer).as(path).isNotEmpty();
        if (documented.get(0).isValueNode()) {
            for (int i = 0; i < documented.size(); i++) {
                compare(path + "/" + i, answer.get(i), documented.get(i));
            }
        } else if (!path.endsWith("Filters") && !path.endsWith("/filters")) {
            answer.forEach(element -> compare(path + "/*", element, alike(element, documented)));
        }
    }

    /** A list may hold elements of two kinds, such as canceled orders and canceled lists. */
    private static JsonNode alike(JsonNode element, JsonNode documented) {
        return documented
                .valueStream()
                .filter(sample -> !sample.isObject() || fixed(sample).equals(fixed(element)))
                .findFirst()
                .orElse(documented.get(0));
    }

    private static List<String> names(JsonNode object) {
        return new ArrayList<>(object.propertyNames());
    }
}
