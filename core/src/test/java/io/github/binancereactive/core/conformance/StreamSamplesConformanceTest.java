/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.codec.FrameBuffer;
import io.github.binancereactive.core.codec.JsonStreamCodec;
import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.stream.DepthSpeed;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.core.stream.StreamCatalogue;
import io.github.binancereactive.core.stream.StreamFamily;
import io.github.binancereactive.core.stream.TickerWindow;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Every sample in the documentation of market data streams. */
class StreamSamplesConformanceTest {

    private static final String SYMBOL = "BNBBTC";

    /** By the heading in the documentation. */
    private static final Map<String, MarketStream<?>> STREAMS = Map.ofEntries(
            Map.entry("Reference Price Streams", MarketStream.referencePrice(SYMBOL)),
            Map.entry("Aggregate Trade Streams", MarketStream.aggTrades(SYMBOL)),
            Map.entry("Trade Streams", MarketStream.trades(SYMBOL)),
            Map.entry("Block Trade Streams", MarketStream.blockTrades(SYMBOL)),
            Map.entry("Kline/Candlestick Streams for UTC", MarketStream.klines(SYMBOL, KlineInterval.ONE_MINUTE)),
            Map.entry(
                    "Kline/Candlestick Streams with timezone offset",
                    MarketStream.klinesUtc8(SYMBOL, KlineInterval.ONE_MINUTE)),
            Map.entry("Individual Symbol Mini Ticker Stream", MarketStream.miniTicker(SYMBOL)),
            Map.entry("All Market Mini Tickers Stream", MarketStream.miniTickers()),
            Map.entry("Individual Symbol Ticker Streams", MarketStream.ticker(SYMBOL)),
            Map.entry(
                    "Individual Symbol Rolling Window Statistics Streams",
                    MarketStream.rollingTicker(SYMBOL, TickerWindow.ONE_HOUR)),
            Map.entry(
                    "All Market Rolling Window Statistics Streams", MarketStream.rollingTickers(TickerWindow.ONE_HOUR)),
            Map.entry("Individual Symbol Book Ticker Streams", MarketStream.bookTicker(SYMBOL)),
            Map.entry("Average Price", MarketStream.averagePrice(SYMBOL)),
            Map.entry("Partial Book Depth Streams", MarketStream.partialDepth(SYMBOL, 5, DepthSpeed.EVERY_SECOND)),
            Map.entry("Diff. Depth Stream", MarketStream.diffDepth(SYMBOL, DepthSpeed.EVERY_SECOND)));

    /** Lists of which the documentation says "same as" where it should have a sample. */
    private static final Map<String, String> SAME_AS = Map.of(
            "All Market Mini Tickers Stream", "Individual Symbol Mini Ticker Stream",
            "All Market Rolling Window Statistics Streams", "Individual Symbol Rolling Window Statistics Streams");

    private static final StreamReports.Seen SEEN = new StreamReports.Seen(List.of());

    private static Stream<JsonNode> samples() {
        return Conformance.samples("web-socket-streams");
    }

    private static JsonNode json(JsonNode sample) {
        return sample.get("json");
    }

    private static boolean isEvent(JsonNode sample) {
        return sample.get("section").asString().startsWith("Detailed Stream information");
    }

    @TestFactory
    Stream<DynamicTest> eventsDecodeAndEncodeBack() {
        return samples()
                .filter(StreamSamplesConformanceTest::isEvent)
                .map(sample -> dynamicTest(Conformance.where(sample), () -> {
                    StreamReports reports = new StreamReports();
                    String heading = Conformance.heading(sample);
                    reports.assertSame(STREAMS.get(heading), written(heading, json(sample)), SEEN);
                    assertThat(reports.unknown).isEmpty();
                }));
    }

    /** A list of three in place of one of "same as". */
    private static JsonNode written(String heading, JsonNode sample) {
        if (!sample.isArray()) {
            return sample;
        }
        JsonNode element = samples()
                .filter(other -> Conformance.heading(other).equals(SAME_AS.get(heading)))
                .map(StreamSamplesConformanceTest::json)
                .findFirst()
                .orElseThrow();
        return ((ArrayNode) sample).removeAll().add(element).add(element).add(element);
    }

    @AfterAll
    static void everyIgnoredFieldIsReal() {
        if (!SEEN.used.isEmpty()) {
            assertThat(SEEN.used).isEqualTo(new TreeSet<>(SEEN.unkept()));
        }
    }

    @Test
    void thereIsASampleOfEachFamily() {
        assertThat(samples().filter(StreamSamplesConformanceTest::isEvent).map(Conformance::heading))
                .containsExactlyInAnyOrderElementsOf(STREAMS.keySet());
        assertThat(STREAMS.values().stream().<StreamFamily<?>>map(MarketStream::family))
                .containsExactlyInAnyOrderElementsOf(StreamCatalogue.families());
    }

    @Test
    void familiesEqualTheInventory() {
        assertThat(StreamCatalogue.families().stream().map(StreamFamily::pattern))
                .containsExactlyElementsOf(Conformance.json("inventory.json")
                        .get("streams")
                        .valueStream()
                        .filter(stream -> stream.get("encoding").asString().equals("json"))
                        .map(stream -> stream.get("name").asString())
                        .toList());
    }

    @Test
    void headingsEqualTheInventory() {
        Map<String, String> documented = Conformance.json("inventory.json")
                .get("streams")
                .valueStream()
                .filter(stream -> stream.get("encoding").asString().equals("json"))
                .collect(Collectors.toMap(
                        stream -> stream.get("title").asString(),
                        stream -> stream.get("name").asString()));
        STREAMS.forEach(
                (heading, stream) -> assertThat(stream.family().pattern()).isEqualTo(documented.get(heading)));
    }

    @TestFactory
    Stream<DynamicTest> answersAndNewsOfShutdown() {
        return samples()
                .filter(sample -> !isEvent(sample) && !json(sample).has("method"))
                .map(sample -> dynamicTest(Conformance.where(sample), () -> {
                    StreamReports reports = new StreamReports();
                    JsonNode json = json(sample);
                    reports.say(json.toString());
                    assertThat(reports.said).containsExactly(json.has("id") ? answer(json) : "shutdown");
                    assertThat(reports.unknown).isEmpty();
                }));
    }

    private static String answer(JsonNode json) {
        JsonNode result = json.get("result");
        return "result " + json.get("id") + " "
                + (result.isArray()
                        ? result.valueStream().map(JsonNode::asString).toList()
                        : null);
    }

    @TestFactory
    Stream<DynamicTest> requestsEncodeAsDocumented() {
        return samples()
                .filter(sample -> json(sample).path("method").asString("").contains("SUBSCRI"))
                .map(sample -> dynamicTest(Conformance.where(sample), () -> {
                    JsonNode json = json(sample);
                    assertThat(Conformance.tree(request(json))).isEqualTo(json);
                }));
    }

    private static byte[] request(JsonNode json) {
        FrameBuffer target = new FrameBuffer(1);
        JsonStreamCodec codec = JsonStreamCodec.create();
        long id = json.get("id").asLong();
        List<String> streams =
                json.path("params").valueStream().map(JsonNode::asString).toList();
        switch (json.get("method").asString()) {
            case "SUBSCRIBE" -> codec.subscribe(id, streams, target);
            case "UNSUBSCRIBE" -> codec.unsubscribe(id, streams, target);
            default -> codec.listSubscriptions(id, target);
        }
        return new String(target.array(), 0, target.length(), UTF_8).getBytes(UTF_8);
    }
}
