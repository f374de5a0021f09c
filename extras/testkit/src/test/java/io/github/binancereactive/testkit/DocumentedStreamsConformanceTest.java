/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.binancereactive.core.model.trade.Side;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Streams speak as the documentation's samples do: the same fields in the same order, and values of the same types. */
class DocumentedStreamsConformanceTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path FOLDER = Path.of(System.getProperty("conformance.dir", "../shared/conformance"));
    private static final String EVENTS = "Detailed Stream information > ";
    private static final String CONTROL = "Live Subscribing/Unsubscribing to streams > ";
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+");

    private final StreamTrader trader = new StreamTrader();

    @BeforeAll
    static void folder() {
        assumeTrue(Files.isDirectory(FOLDER), () -> "skipped: there is no folder " + FOLDER.toAbsolutePath());
    }

    @AfterEach
    void close() {
        trader.close();
    }

    private static List<JsonNode> samples(String section) {
        List<JsonNode> samples = new ArrayList<>();
        for (JsonNode sample : JSON.readTree(FOLDER.resolve("docs/web-socket-streams.json"))) {
            if (sample.path("section").asString().endsWith(section)) {
                samples.add(sample.path("json"));
            }
        }
        assertThat(samples).as(section).isNotEmpty();
        return samples;
    }

    private static JsonNode sample(String section) {
        return samples(EVENTS + section).get(0);
    }

    private JsonNode event(String stream) throws Exception {
        trader.simulator().floor().referencePrice("BTCUSDT", new BigDecimal("60000"));
        trader.trade("BTCUSDT", "60000.00", "0.1");
        trader.rest("BTCUSDT", Side.BUY, "59999.00", "0.2");
        trader.rest("BTCUSDT", Side.SELL, "60001.00", "0.2");
        try (RawWebSocket client = trader.listen(stream)) {
            trader.trade("BTCUSDT", "60000.00", "0.1");
            trader.rest("BTCUSDT", Side.BUY, "60000.00", "0.2");
            trader.take("BTCUSDT", Side.BUY, "60001.00", "0.1");
            trader.simulator().floor().blockTrade("BTCUSDT", "60000", "7", true);
            trader.pass(Duration.ofSeconds(2));
            return JSON.readTree(client.text());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "referencePrice, Reference Price Streams",
        "aggTrade, Aggregate Trade Streams",
        "trade, Trade Streams",
        "blockTrade, Block Trade Streams",
        "kline_1m, Kline/Candlestick Streams for UTC",
        "kline_1h@+08:00, Kline/Candlestick Streams with timezone offset",
        "miniTicker, Individual Symbol Mini Ticker Stream",
        "ticker, Individual Symbol Ticker Streams",
        "ticker_1h, Individual Symbol Rolling Window Statistics Streams",
        "bookTicker, Individual Symbol Book Ticker Streams",
        "avgPrice, Average Price",
        "depth5, Partial Book Depth Streams",
        "depth, Diff. Depth Stream"
    })
    void ofOneSymbol(String kind, String section) throws Exception {
        JsonNode documented = samples(EVENTS + section).get(0);
        JsonNode event = event("btcusdt@" + kind);

        assertSame(section, event, documented);
        assertThat(event.path("e")).isEqualTo(documented.path("e"));
    }

    @ParameterizedTest
    @CsvSource({
        "!miniTicker@arr, Individual Symbol Mini Ticker Stream",
        "!ticker_1h@arr, Individual Symbol Rolling Window Statistics Streams",
        "!ticker_4h@arr, Individual Symbol Rolling Window Statistics Streams",
        "!ticker_1d@arr, Individual Symbol Rolling Window Statistics Streams"
    })
    void ofAllSymbols(String stream, String section) throws Exception {
        JsonNode events = event(stream);

        assertThat(events).isNotEmpty();
        events.forEach(event -> assertSame(section, event, sample(section)));
    }

    @Test
    void shutdown() throws Exception {
        List<JsonNode> documented = samples("Server Shutdown");
        try (RawWebSocket raw = trader.listen("btcusdt@trade");
                RawWebSocket combined = trader.subscribe("btcusdt@trade")) {
            trader.simulator().announceShutdown();

            assertSame("raw", JSON.readTree(raw.text()), documented.get(0));
            assertSame("combined", JSON.readTree(combined.text()), documented.get(1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Subscribe to a stream, /ws",
        "Unsubscribe to a stream, /ws/btcusdt@depth",
        "Listing Subscriptions, /ws/btcusdt@aggTrade",
        "Setting Properties, /ws",
        "Retrieving Properties, /stream"
    })
    void requestsAreAnsweredAsInTheSamples(String section, String target) throws Exception {
        List<JsonNode> documented = samples(CONTROL + section);
        try (RawWebSocket client = RawWebSocket.streams(trader.simulator(), target)) {
            client.send(documented.get(0).toString());

            assertThat(client.text()).isEqualTo(documented.get(1).toString());
        }
    }

    @Test
    void everyStreamOfTheInventoryIsTried() {
        List<String> titles = new ArrayList<>();
        JSON.readTree(FOLDER.resolve("inventory.json")).path("streams").forEach(stream -> {
            if (stream.path("encoding").asString().equals("json")) {
                titles.add(stream.path("title").asString());
            }
        });

        assertThat(titles)
                .containsExactlyInAnyOrder(
                        "Reference Price Streams",
                        "Aggregate Trade Streams",
                        "Trade Streams",
                        "Block Trade Streams",
                        "Kline/Candlestick Streams for UTC",
                        "Kline/Candlestick Streams with timezone offset",
                        "Individual Symbol Mini Ticker Stream",
                        "All Market Mini Tickers Stream",
                        "Individual Symbol Ticker Streams",
                        "Individual Symbol Rolling Window Statistics Streams",
                        "All Market Rolling Window Statistics Streams",
                        "Individual Symbol Book Ticker Streams",
                        "Average Price",
                        "Partial Book Depth Streams",
                        "Diff. Depth Stream");
    }

    private static void assertSame(String path, JsonNode event, JsonNode documented) {
        assertThat(event.getNodeType()).as(path + " " + event).isEqualTo(documented.getNodeType());
        if (documented.isObject()) {
            assertThat(event.propertyNames()).as(path).containsExactlyElementsOf(documented.propertyNames());
            documented
                    .properties()
                    .forEach(field ->
                            assertSame(path + "/" + field.getKey(), event.path(field.getKey()), field.getValue()));
        } else if (documented.isArray()) {
            assertThat(event).as(path).isNotEmpty();
            event.forEach(element -> assertSame(path + "/*", element, documented.get(0)));
        } else if (documented.isString()
                && DECIMAL.matcher(documented.stringValue()).matches()) {
            assertThat(event.stringValue()).as(path).matches(DECIMAL);
        }
    }
}
