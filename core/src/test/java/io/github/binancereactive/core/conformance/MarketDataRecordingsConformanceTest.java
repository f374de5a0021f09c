/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.MarketDataEndpoints;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.model.market.Depth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Real answers of several years. What the exchange has since removed is named here. */
class MarketDataRecordingsConformanceTest {

    /** By the end of the path; {@code allPrices} is {@code price} today. */
    private static final Map<String, Endpoint<?>> ENDPOINTS = Map.of(
            "/depth", MarketDataEndpoints.DEPTH,
            "/ticker/24hr", MarketDataEndpoints.TICKER_24HR,
            "/ticker/allPrices", MarketDataEndpoints.TICKER_PRICE,
            "/ticker/price", MarketDataEndpoints.TICKER_PRICE);

    /** Prices of a book had an empty list behind them under {@code /api/v1}. */
    private static final Map<String, Set<String>> REMOVED = Map.of("/api/v1/depth", Set.of("PriceLevel.[2]"));

    private record Recorded(String name, String path, JsonNode body) {

        Endpoint<?> endpoint() {
            return ENDPOINTS.get(path.replaceFirst("/api/v\\d", ""));
        }
    }

    private static Stream<Recorded> answers() {
        return Conformance.lines("recorded/rest/exchanges.jsonl.gz").stream()
                .filter(exchange -> exchange.get("response").get("status").asInt() == 200)
                .map(exchange -> new Recorded(
                        exchange.get("name").asString(),
                        exchange.get("request")
                                .get("url")
                                .asString()
                                .replaceFirst("https://[^/]+", "")
                                .replaceFirst("\\?.*", ""),
                        Conformance.tree(
                                exchange.get("response").get("body").asString().getBytes(UTF_8))))
                .filter(recorded -> recorded.endpoint() != null);
    }

    @TestFactory
    Stream<DynamicTest> recordingsDecodeAndEncodeBack() {
        return answers()
                .map(recorded -> dynamicTest(recorded.path() + ", " + recorded.name(), () -> {
                    Reports reports = new Reports();
                    ResultType<?> type = MarketDataSamples.type(recorded.endpoint(), recorded.body());

                    Object value = reports.decode(type, Conformance.bytes(recorded.body()));

                    Set<String> removed = REMOVED.getOrDefault(recorded.path(), Set.of());
                    assertThat(reports.unknown).isEqualTo(new TreeSet<>(removed));
                    Conformance.assertEncodes(
                            reports, value, removed.isEmpty() ? recorded.body() : withoutThirds(recorded.body()));
                }));
    }

    private static JsonNode withoutThirds(JsonNode depth) {
        JsonNode copy = depth.deepCopy();
        Stream.of("bids", "asks")
                .flatMap(side -> copy.get(side).valueStream())
                .forEach(level -> ((ArrayNode) level).remove(2));
        return copy;
    }

    @Test
    void thereIsARecordingOfEach() {
        assertThat(answers().map(Recorded::endpoint).distinct())
                .containsExactlyInAnyOrderElementsOf(Set.copyOf(ENDPOINTS.values()));
        assertThat(answers().filter(recorded -> recorded.path().equals("/api/v1/depth")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-04", "2021-10"})
    void recordedBooksDecode(String date) {
        List<JsonNode> snapshots = Conformance.lines("recorded/books/" + date + "/snapshots.jsonl.gz");
        assertThat(snapshots).isNotEmpty();
        for (JsonNode snapshot : snapshots) {
            Reports reports = new Reports();
            Depth depth = reports.decode(MarketDataEndpoints.DEPTH.result(), Conformance.bytes(snapshot.get("body")));

            assertThat(reports.unknown).isEmpty();
            Conformance.assertEncodes(reports, depth, snapshot.get("body"));
            assertThat(depth.bids()).extracting(level -> level.price()).isSortedAccordingTo(Comparator.reverseOrder());
            assertThat(depth.asks()).extracting(level -> level.price()).isSorted();
        }
    }
}
