/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Catalogue;
import io.github.binancereactive.core.endpoint.DataSource;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The catalogue equals the official inventory, but for the deviations that are listed with their reasons. */
class CatalogueConformanceTest {

    private static final String SHIFTED = "the row of the documentation lacks a cell, so its description stands here";

    /** What the inventory says where we say otherwise, and why. */
    private static final Map<String, Deviation> DEVIATIONS = Map.ofEntries(
            Map.entry(
                    "GET /api/v3/exchangeInfo permissions type",
                    new Deviation(
                            "ENUM",
                            "STRING_LIST",
                            "the note below the table takes a list; it is an array on the other wire")),
            Map.entry(
                    "GET /api/v3/executionRules symbols type",
                    new Deviation("STRING", "STRING_LIST", "\"multiple symbols\", as symbols of exchangeInfo")),
            Map.entry(
                    "executionRules symbols type",
                    new Deviation("STRING", "STRING_LIST", "\"multiple symbols\", as symbols of exchangeInfo")),
            Map.entry("GET /api/v3/executionRules symbolStatus mandatory", new Deviation("?", "false", SHIFTED)),
            Map.entry("exchangeInfo symbols mandatory", new Deviation("?", "false", SHIFTED)),
            Map.entry("exchangeInfo permissions mandatory", new Deviation("?", "false", SHIFTED)),
            Map.entry("exchangeInfo showPermissionSets mandatory", new Deviation("?", "false", SHIFTED)),
            Map.entry("exchangeInfo symbolStatus mandatory", new Deviation("?", "false", SHIFTED)),
            Map.entry(
                    "GET /api/v3/executionRules dataSource",
                    new Deviation(
                            "NONE", "MEMORY", "the documentation has \"Data Source: Memory\"; the inventory lost it")),
            Map.entry(
                    "executionRules dataSource",
                    new Deviation(
                            "NONE", "MEMORY", "the documentation has \"Data Source: Memory\"; the inventory lost it")));

    private static final Set<String> SEEN = new HashSet<>();

    private record Deviation(String inventory, String ours, String reason) {}

    @TestFactory
    Stream<DynamicTest> endpointsEqualTheInventory() {
        JsonNode inventory = Conformance.json("inventory.json");
        return Catalogue.endpoints().stream()
                .flatMap(endpoint -> Stream.of(
                        dynamicTest(
                                "REST " + endpoint.path(), () -> compare(rest(inventory, endpoint), endpoint, true)),
                        dynamicTest(
                                "WebSocket API " + endpoint.method(),
                                () -> compare(webSocket(inventory, endpoint), endpoint, false))));
    }

    @AfterAll
    static void everyDeviationIsReal() {
        if (!SEEN.isEmpty()) {
            assertThat(SEEN).containsExactlyInAnyOrderElementsOf(DEVIATIONS.keySet());
        }
    }

    private static JsonNode rest(JsonNode inventory, Endpoint<?> endpoint) {
        return inventory
                .get("rest")
                .valueStream()
                .filter(entry -> entry.get("path").asString().equals(endpoint.path())
                        && entry.get("method").asString().equals(String.valueOf(endpoint.verb())))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode webSocket(JsonNode inventory, Endpoint<?> endpoint) {
        return inventory
                .get("webSocketApi")
                .valueStream()
                .filter(entry -> entry.get("method").asString().equals(endpoint.method()))
                .findFirst()
                .orElseThrow();
    }

    private static void compare(JsonNode entry, Endpoint<?> endpoint, boolean rest) {
        String name = rest ? endpoint.verb() + " " + endpoint.path() : String.valueOf(endpoint.method());
        assertThat(endpoint.security()).hasToString(entry.get("security").asString());
        assertThat(entry.get("orders").isNull()).isEqualTo(endpoint.orderCost() == 0);
        assertSame(
                name + " dataSource",
                dataSource(entry.get("dataSource").asString()),
                endpoint.source().toString());
        assertWeight(entry.get("weight").asString(), endpoint);
        Map<String, JsonNode> official = new TreeMap<>();
        entry.get("parameters")
                .forEach(parameter -> official.put(parameter.get("name").asString(), parameter));
        assertThat(endpoint.parameters())
                .extracting(Parameter::name)
                .containsExactlyInAnyOrderElementsOf(official.keySet());
        for (Parameter parameter : endpoint.parameters()) {
            JsonNode theirs = official.get(parameter.name());
            String where = name + " " + parameter.name();
            assertSame(
                    where + " type",
                    type(theirs.get("type").asString()),
                    parameter.type().toString());
            assertSame(where + " mandatory", mandatory(theirs.get("mandatory").asString()), "" + parameter.mandatory());
        }
    }

    private static void assertSame(String where, String inventory, String ours) {
        Deviation deviation = DEVIATIONS.get(where);
        if (deviation != null) {
            SEEN.add(where);
            assertThat(inventory).as(where).isEqualTo(deviation.inventory);
            assertThat(ours).as(where).isEqualTo(deviation.ours);
        } else {
            assertThat(ours).as(where).isEqualTo(inventory);
        }
    }

    private static String dataSource(String text) {
        return text.isEmpty()
                ? DataSource.NONE.toString()
                : text.replace(" => ", "_THEN_").replace(' ', '_').toUpperCase(Locale.ROOT);
    }

    private static String type(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.equals("ARRAY OF STRING") ? "STRING_LIST" : upper;
    }

    private static String mandatory(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "YES" -> "true";
            case "NO" -> "false";
            default -> "?";
        };
    }

    /** Either a number, or a table with a row for each parameter that decides. */
    private static void assertWeight(String text, Endpoint<?> endpoint) {
        if (text.matches("\\d+")) {
            assertThat(Call.of(endpoint).weight()).isEqualTo(Integer.parseInt(text));
            return;
        }
        Matcher row = Pattern.compile("(\\w+) *\\| *(\\d+)(?: for each symbol, capped at a max of (\\d+))?")
                .matcher(text);
        int rows = 0;
        while (row.find()) {
            int weight = Integer.parseInt(row.group(2));
            if (row.group(3) == null) {
                assertThat(single(row.group(1), endpoint).weight())
                        .as(row.group())
                        .isEqualTo(weight);
            } else {
                int cap = Integer.parseInt(row.group(3));
                for (int count : new int[] {1, 2, cap / weight, cap / weight + 1, 1000}) {
                    List<String> names =
                            IntStream.range(0, count).mapToObj(i -> "S" + i).toList();
                    assertThat(Call.of(endpoint).with(row.group(1), names).weight())
                            .isEqualTo(Math.min(cap, weight * count));
                }
            }
            rows++;
        }
        assertThat(rows).isEqualTo(4);
    }

    private static Call<?> single(String parameter, Endpoint<?> endpoint) {
        return parameter.equals("None")
                ? Call.of(endpoint)
                : Call.of(endpoint).with(parameter, parameter.equals("symbolStatus") ? "TRADING" : "BTCUSDT");
    }
}
