/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.binancereactive.testkit.exchange.SimulatedExchange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The simulator says what the documentation's samples say: the same keys, and values of the same types. */
class DocumentedShapesConformanceTest {

    @RegisterExtension
    static final ExchangeSimulatorExtension EXCHANGE =
            ExchangeSimulatorExtension.shared(builder -> builder.symbols(50));

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path FOLDER = Path.of(System.getProperty("conformance.dir", "../shared/conformance"));

    private final RestClient rest = new RestClient(EXCHANGE.simulator());

    @BeforeAll
    static void folder() {
        assumeTrue(Files.isDirectory(FOLDER), () -> "skipped: there is no folder " + FOLDER.toAbsolutePath());
    }

    private static List<JsonNode> samples(String file, String section) {
        List<JsonNode> samples = new ArrayList<>();
        for (JsonNode sample : JSON.readTree(FOLDER.resolve("docs").resolve(file))) {
            if (sample.path("section").asString().contains(section)) {
                samples.add(sample.path("json"));
            }
        }
        assertThat(samples).as(section).isNotEmpty();
        return samples;
    }

    private static JsonNode sample(String file, String section, int index) {
        return samples(file, section).get(index);
    }

    private JsonNode restAnswer(String target) throws Exception {
        return JSON.readTree(rest.get("/api/v3/" + target).body());
    }

    private static JsonNode ask(JsonNode request) throws Exception {
        try (RawWebSocket client = new RawWebSocket(EXCHANGE.simulator())) {
            return JSON.readTree(client.send(request.toString()).text());
        }
    }

    @Test
    void restGeneralEndpoints() throws Exception {
        String general = "General endpoints > ";
        assertThat(restAnswer("ping")).isEqualTo(sample("rest-api.json", general + "Test connectivity", 0));
        assertSameShape(restAnswer("time"), sample("rest-api.json", general + "Check server time", 0));
        assertSameShape(restAnswer("exchangeInfo"), sample("rest-api.json", general + "Exchange information", 0));
        assertSameShape(
                restAnswer("executionRules?symbol=BTCUSDT"),
                sample("rest-api.json", general + "Query Execution Rules", 0));
    }

    @Test
    void restErrors() throws Exception {
        JsonNode documented = sample("rest-api.json", "Public Rest API for Binance > Error Codes", 0);

        assertThat(restAnswer("exchangeInfo?symbol=NOSUCH")).isEqualTo(documented);
    }

    @Test
    void webSocketGeneralRequests() throws Exception {
        for (String title : List.of("Test connectivity", "Check server time", "Exchange information")) {
            List<JsonNode> samples = samples("web-socket-api.json", "General requests > " + title);
            assertSameShape(ask(samples.get(0)), samples.get(samples.size() - 1));
        }
    }

    @Test
    void webSocketExecutionRules() throws Exception {
        List<JsonNode> samples = samples("web-socket-api.json", "General requests > Query Execution Rules");
        JsonNode request = JSON.readTree(samples.get(0).toString().replace("BAZUSD", "BTCUSDT"));
        JsonNode answer = ask(request);

        assertThat(answer.has("rateLimits"))
                .as("the sample alone of all leaves them out; what is said of all answers counts")
                .isTrue();
        ((tools.jackson.databind.node.ObjectNode) answer).remove("rateLimits");
        assertSameShape(answer, samples.get(samples.size() - 1));
    }

    @Test
    void webSocketErrors() throws Exception {
        EXCHANGE.simulator().inject(Fault.banned(java.time.Duration.ofMinutes(2)));
        JsonNode documented = samples("web-socket-api.json", "IP limits").stream()
                .filter(sample -> sample.path("status").asInt() == 418)
                .findFirst()
                .orElseThrow();

        assertSameShape(ask(JSON.readTree("{\"id\":\"a\",\"method\":\"ping\"}")), documented);
    }

    @Test
    void serverShutdown() throws Exception {
        try (RawWebSocket client = new RawWebSocket(EXCHANGE.simulator())) {
            EXCHANGE.simulator().announceShutdown();

            assertSameShape(
                    JSON.readTree(client.text()),
                    sample("web-socket-api.json", "Connection events > Server Shutdown", 0));
        }
    }

    @Test
    void everyOfficialMethodIsKnown() {
        JsonNode inventory = JSON.readTree(FOLDER.resolve("inventory.json"));
        for (JsonNode endpoint : inventory.path("rest")) {
            String name = endpoint.path("method").asString() + " "
                    + endpoint.path("path").asString();
            assertThat(SimulatedExchange.offers(name)).as(name).isTrue();
        }
        for (JsonNode method : inventory.path("webSocketApi")) {
            String name = method.path("method").asString();
            assertThat(SimulatedExchange.offers(name)).as(name).isTrue();
        }
    }

    @Test
    void everyErrorTextIsDocumentedAsTheSimulatorSaysIt() throws Exception {
        Map<Integer, String> codes = new TreeMap<>();
        JSON.readTree(FOLDER.resolve("inventory.json"))
                .path("errors")
                .forEach(error -> codes.put(error.path("code").asInt(), error.toString()));
        for (String query : List.of(
                "time?a=1",
                "exchangeInfo?a=1",
                "exchangeInfo?symbol=a",
                "exchangeInfo?symbol=",
                "exchangeInfo?symbol=A",
                "exchangeInfo?symbol=BTCUSDT&permissions=SPOT",
                "exchangeInfo?symbolStatus=A",
                "exchangeInfo?permissions=A",
                "exchangeInfo?symbols=%5B%22A%22,%22A%22%5D",
                "depth")) {
            assertThat(codes)
                    .as(query)
                    .containsKey(restAnswer(query).path("code").asInt());
        }
    }

    private static void assertSameShape(JsonNode answer, JsonNode documented) {
        assertShape("", answer, documented);
    }

    /** An empty object or list in a sample stands for something that the sample doesn't show. */
    private static void assertShape(String path, JsonNode answer, JsonNode documented) {
        assertThat(answer.getNodeType()).as(path).isEqualTo(documented.getNodeType());
        if (documented.isObject() && !documented.isEmpty()) {
            assertThat(answer.propertyNames()).as(path).containsExactlyElementsOf(documented.propertyNames());
            documented
                    .properties()
                    .forEach(field ->
                            assertShape(path + "/" + field.getKey(), answer.get(field.getKey()), field.getValue()));
        } else if (documented.isArray() && !documented.isEmpty()) {
            assertThat(answer).as(path).isNotEmpty();
            if (!path.endsWith("/filters")) {
                answer.forEach(element -> assertShape(path + "/*", element, documented.get(0)));
            }
        }
    }
}
