/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every method takes the parameters of the official inventory and no others, of whom it says, at its price. */
class DocumentedParametersConformanceTest {

    private static final Path FOLDER = Path.of(System.getProperty("conformance.dir", "../shared/conformance"));
    private static final Set<String> SIGNING = Set.of("apiKey", "recvWindow", "timestamp", "signature");

    /** What the inventory leaves to the text around its tables. */
    private static final Map<String, Set<String>> IN_THE_TEXT = Map.of(
            "GET /api/v3/ticker", Set.of("symbols"),
            "GET /api/v3/ticker/tradingDay", Set.of("symbols"),
            "POST /api/v3/order/test", Set.of(OrderMethods.PLACEMENT),
            "order.test", Set.of(OrderMethods.PLACEMENT),
            "POST /api/v3/sor/order/test", Set.of(SorMethods.PLACEMENT),
            "sor.order.test", Set.of(SorMethods.PLACEMENT));

    private final SimulatedExchange exchange = new SimulatedExchange(
            new ExchangeSettings(Listing.generated(1), SimulatedLimits.documented(), List.of(), 0, 0), 0);

    @BeforeAll
    static void folder() {
        assumeTrue(Files.isDirectory(FOLDER), () -> "skipped: there is no folder " + FOLDER.toAbsolutePath());
    }

    record Documented(String name, JsonNode entry) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Documented> methods() {
        if (!Files.isDirectory(FOLDER)) {
            return Stream.of(new Documented("none", Json.object()));
        }
        JsonNode inventory = Json.MAPPER.readTree(FOLDER.resolve("inventory.json"));
        List<Documented> all = new ArrayList<>();
        for (JsonNode entry : inventory.path("rest")) {
            all.add(new Documented(
                    entry.path("method").asString() + " " + entry.path("path").asString(), entry));
        }
        for (JsonNode entry : inventory.path("webSocketApi")) {
            all.add(new Documented(entry.path("method").asString(), entry));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void takesWhatIsDocumented(Documented documented) {
        ExchangeMethod method = Objects.requireNonNull(exchange.method(documented.name()), documented.name());
        Set<String> expected = new TreeSet<>(IN_THE_TEXT.getOrDefault(documented.name(), Set.of()));
        for (JsonNode parameter : documented.entry().path("parameters")) {
            expected.add(parameter.path("name").asString());
        }
        expected.removeAll(SIGNING);

        assertThat(new TreeSet<>(method.parameters())).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void asksOfTheCallerWhatIsDocumented(Documented documented) {
        Security security =
                Objects.requireNonNull(exchange.method(documented.name())).security();

        switch (documented.entry().path("security").asString()) {
            case "NONE" -> assertThat(security).isEqualTo(Security.NONE);
            case "TRADE" -> assertThat(security).isEqualTo(Security.TRADE);
            case "USER_STREAM" -> assertThat(security).isIn(Security.SESSION, Security.USER_DATA);
            default -> assertThat(security).isEqualTo(Security.USER_DATA);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void costsWhatIsDocumented(Documented documented) {
        String weight = documented.entry().path("weight").asString("");
        boolean fixed = weight.matches("[0-9]+");
        int costs = Objects.requireNonNull(exchange.method(documented.name()))
                .weight(new QueryParameters(Map.of(), Map.of()));

        assertThat(costs).isPositive();
        if (fixed) {
            assertThat(costs).isEqualTo(Integer.parseInt(weight));
        }
    }
}
