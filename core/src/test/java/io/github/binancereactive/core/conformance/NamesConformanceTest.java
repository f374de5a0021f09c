/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.error.ErrorCode;
import io.github.binancereactive.core.model.general.ExecutionRule;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.general.SymbolStatus;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** Enums and error codes have the names that the documentation gives them. */
class NamesConformanceTest {

    private static final Map<String, Class<? extends Enum<?>>> ENUMS = Map.of(
            "Symbol status (status)", SymbolStatus.class,
            "Order types (orderTypes, type)", OrderType.class,
            "Rate limiters (rateLimitType)", RateLimitType.class,
            "Rate limit intervals (interval)", RateLimitInterval.class,
            "STP Modes", SelfTradePreventionMode.class);

    /** What we have beyond the documented lists, and why. */
    private static final Map<Class<?>, Map<String, String>> ADDITIONS = Map.of(
            RateLimitType.class,
            Map.of(
                    "CONNECTIONS",
                    "in the sample answer of exchangeInfo over the WebSocket API, not in the list of values"),
            RateLimitInterval.class,
            Map.of("HOUR", "an intervalLetter H of the rate limit headers, not in the list of values"));

    /** Codes whose headings are sentences: the inventory took the first word for the name. */
    private static final Map<Integer, String> SENTENCES =
            Map.of(-2021, "CANCEL_REPLACE_PARTIALLY_FAILED", -2022, "CANCEL_REPLACE_FAILED");

    /** Codes that the documentation names in a heading about messages and nowhere else. */
    private static final Map<Integer, String> BEYOND_THE_LIST =
            Map.of(-1010, "ERROR_MSG_RECEIVED", -2038, "ORDER_AMEND_REJECTED");

    @TestFactory
    Stream<DynamicTest> enumsEqualTheInventory() {
        JsonNode enums = Conformance.json("inventory.json").get("enums");
        return ENUMS.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    Set<String> expected = enums.get(entry.getKey())
                            .valueStream()
                            .map(JsonNode::asString)
                            .collect(Collectors.toCollection(TreeSet::new));
                    expected.addAll(
                            ADDITIONS.getOrDefault(entry.getValue(), Map.of()).keySet());
                    expected.add("UNKNOWN");

                    assertThat(Stream.of(entry.getValue().getEnumConstants()).map(Enum::name))
                            .containsExactlyInAnyOrderElementsOf(expected);
                }));
    }

    @Test
    void executionRulesEqualTheInventory() {
        JsonNode rules = Conformance.json("inventory.json").get("enums").get("Execution Rules");

        assertThat(rules.valueStream().map(JsonNode::asString))
                .containsExactly(new ExecutionRule.PriceRange(null, null, null, null).ruleType());
    }

    @Test
    void errorCodesEqualTheInventory() {
        Map<Integer, String> expected = new TreeMap<>(BEYOND_THE_LIST);
        JsonNode errors = Conformance.json("inventory.json").get("errors");
        errors.forEach(error -> {
            int code = error.get("code").asInt();
            expected.put(code, SENTENCES.getOrDefault(code, error.get("name").asString()));
        });

        assertThat(errors).hasSize(104);
        assertThat(Stream.of(ErrorCode.values()).collect(Collectors.toMap(ErrorCode::code, Enum::name)))
                .isEqualTo(expected);
    }
}
