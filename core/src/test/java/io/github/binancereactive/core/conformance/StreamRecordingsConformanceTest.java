/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.model.market.PriceLevels;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import io.github.binancereactive.core.stream.DepthSpeed;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.core.stream.StreamCatalogue;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Real events of several years. What the exchange has since removed is named here. */
class StreamRecordingsConformanceTest {

    private static final String NO_TYPE = "no type";

    /** Trades told the orders of buyer and seller once. */
    private static final List<String> REMOVED = List.of("trade a", "trade b");

    /** By what a stream's name ends with; of all symbols at once, {@code !bookTicker} and {@code !ticker@arr} are no more. */
    private static final Map<String, MarketStream<?>> STREAMS = Map.of(
            "@aggTrade", MarketStream.aggTrades("BTCUSDT"),
            "@trade", MarketStream.trades("BTCUSDT"),
            "@ticker", MarketStream.ticker("BTCUSDT"),
            "@miniTicker", MarketStream.miniTicker("BTCUSDT"),
            "@kline_1m", MarketStream.klines("BTCUSDT", KlineInterval.ONE_MINUTE),
            "@depth@100ms", MarketStream.diffDepth("BTCUSDT", DepthSpeed.EVERY_100_MS),
            "@depth20", MarketStream.partialDepth("BTCUSDT", 20, DepthSpeed.EVERY_SECOND),
            "@bookTicker", MarketStream.bookTicker("BTCUSDT"),
            "!bookTicker", new MarketStream<>(StreamCatalogue.BOOK_TICKER, "!bookTicker"),
            "!ticker@arr", new MarketStream<>(StreamCatalogue.TICKER, "!ticker@arr"));

    /** Those that came without the name of their stream. */
    private static final Map<String, MarketStream<?>> RAW = Map.of(
            "24hrMiniTicker",
            MarketStream.miniTickers(),
            NO_TYPE,
            MarketStream.partialDepth("BTCUSDT", 5, DepthSpeed.EVERY_SECOND));

    /** Events of an account, which are not for this codec. */
    private static final List<String> USER_DATA = List.of("listStatus", "balanceUpdate");

    private static final StreamReports.Seen SEEN = new StreamReports.Seen(REMOVED);
    private static final TreeSet<String> STREAMS_SEEN = new TreeSet<>();
    private static final TreeSet<String> RAW_SEEN = new TreeSet<>();

    private static String type(JsonNode event) {
        return (event.isArray() ? event.get(0) : event).path("e").asString(NO_TYPE);
    }

    @TestFactory
    Stream<DynamicTest> messagesDecodeAndEncodeBack() {
        List<JsonNode> messages = Conformance.lines("recorded/streams/messages.jsonl");
        assertThat(messages.stream().map(StreamRecordingsConformanceTest::type)).containsAll(USER_DATA);
        return messages.stream()
                .filter(message -> !USER_DATA.contains(type(message)))
                .map(message -> dynamicTest(message.path("stream").asString(type(message)), () -> assertSame(message)));
    }

    private static void assertSame(JsonNode message) {
        StreamReports reports = new StreamReports();
        if (message.has("stream")) {
            reports.assertSame(stream(message), message.get("data"), SEEN);
        } else {
            RAW_SEEN.add(type(message));
            reports.assertSame(RAW.get(type(message)), message, SEEN);
        }
        boolean isTrade = type(message.path("data")).equals("trade");
        assertThat(reports.unknown)
                .isEqualTo(isTrade ? new TreeSet<>(List.of("TradeEvent.a", "TradeEvent.b")) : new TreeSet<>());
    }

    private static MarketStream<?> stream(JsonNode message) {
        String name = message.get("stream").asString();
        String kind = name.startsWith("!") ? name : name.substring(name.indexOf('@'));
        STREAMS_SEEN.add(kind);
        return STREAMS.get(kind);
    }

    @AfterAll
    static void everythingNamedHereIsReal() {
        if (!RAW_SEEN.isEmpty()) {
            assertThat(SEEN.used).isEqualTo(new TreeSet<>(SEEN.unkept()));
            assertThat(STREAMS_SEEN).isEqualTo(new TreeSet<>(STREAMS.keySet()));
            assertThat(RAW_SEEN).isEqualTo(new TreeSet<>(RAW.keySet()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2021-04", "2021-10"})
    void everyFrameBesideTheBooksDecodesAndEncodesBack(String date) {
        List<JsonNode> frames = Conformance.lines("recorded/books/" + date + "/frames.jsonl.gz");
        assertThat(frames).hasSizeGreaterThan(200);
        StreamReports reports = new StreamReports();
        for (JsonNode line : frames) {
            JsonNode frame = line.get("frame");
            reports.assertSame(stream(frame), frame.get("data"), SEEN);
        }
        assertThat(reports.unknown).isEmpty();
        assertThat(reports.said).hasSize(frames.size());
        assertThat(reports.events).filteredOn(DepthUpdate.class::isInstance).allSatisfy(event -> {
            assertThat(((DepthUpdate) event).bids()).isInstanceOf(PriceLevels.class);
            assertThat(((DepthUpdate) event).asks()).isInstanceOf(PriceLevels.class);
        });
    }
}
