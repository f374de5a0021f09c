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
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** The catalogue equals the official inventory, but for the deviations that are listed with their reasons. */
class CatalogueConformanceTest {

    private static final Map<String, Deviation> DEVIATIONS = Stream.of(
                    GeneralDeviations.ALL,
                    MarketDataDeviations.ALL,
                    TradingDeviations.ALL,
                    AccountDeviations.ALL,
                    SessionDeviations.ALL)
            .flatMap(register -> register.entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** Clients add these to whatever is signed; they are no parameters of a call. */
    private static final Set<String> SIGNING = Set.of("timestamp", "apiKey", "signature");

    private static final Set<String> SEEN = new HashSet<>();

    @TestFactory
    Stream<DynamicTest> endpointsEqualTheInventory() {
        JsonNode inventory = Conformance.json("inventory.json");
        return Catalogue.endpoints().stream()
                .flatMap(endpoint -> Stream.of(
                                endpoint.path() == null
                                        ? null
                                        : dynamicTest(
                                                "REST " + endpoint.verb() + " " + endpoint.path(),
                                                () -> compare(rest(inventory, endpoint), endpoint, true)),
                                endpoint.method() == null
                                        ? null
                                        : dynamicTest(
                                                "WebSocket API " + endpoint.method(),
                                                () -> compare(webSocket(inventory, endpoint), endpoint, false)))
                        .filter(Objects::nonNull));
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
        assertSame(
                name + " security",
                entry.get("security").asString(),
                endpoint.security().toString());
        assertSame(name + " orders", orders(entry.get("orders")), "" + endpoint.orderCost());
        assertSame(
                name + " dataSource",
                dataSource(entry.get("dataSource")),
                endpoint.source().toString());
        if (entry.get("weight").asString().matches("\\d+")) {
            assertSame(name + " weight", entry.get("weight").asString(), "" + least(endpoint));
        } // what depends on parameters is compared table by table, in the test of its group
        Map<String, JsonNode> official = new TreeMap<>();
        entry.get("parameters")
                .valueStream()
                .filter(parameter -> !SIGNING.contains(parameter.get("name").asString()))
                .forEach(parameter -> official.put(parameter.get("name").asString(), parameter));
        assertSame(
                name + " parameters",
                "" + official.keySet(),
                ""
                        + endpoint.parameters().stream()
                                .map(Parameter::name)
                                .sorted()
                                .toList());
        for (Parameter parameter : endpoint.parameters()) {
            JsonNode theirs = official.get(parameter.name());
            if (theirs == null) {
                continue; // one that only the other wire documents: said above
            }
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
            assertThat(inventory).as(where).isEqualTo(deviation.inventory());
            assertThat(ours).as(where).isEqualTo(deviation.ours());
        } else {
            assertThat(ours).as(where).isEqualTo(inventory);
        }
    }

    private static int least(Endpoint<?> endpoint) {
        return endpoint.weight().weightOf(Call.of(endpoint));
    }

    private static String orders(JsonNode orders) {
        return orders.isNull() || orders.asString().isEmpty() ? "0" : orders.asString();
    }

    private static String dataSource(JsonNode source) {
        String text = source.isNull() ? "" : source.asString();
        return text.isEmpty()
                ? DataSource.NONE.toString()
                : text.replaceAll(" [=-]> ", "_THEN_").replace(' ', '_').toUpperCase(Locale.ROOT);
    }

    private static String type(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "ARRAY OF STRING" -> "STRING_LIST";
            case "INT" -> "LONG"; // how large a whole number may get, the documentation says only by its words
            default -> upper;
        };
    }

    private static String mandatory(String text) {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "YES" -> "true";
            case "NO" -> "false";
            default -> "?";
        };
    }
}
