/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The streams of klines. */
class KlineStreamsTest {

    private static final long START = StreamTrader.START.toEpochMilli();
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    private final StreamTrader trader = new StreamTrader();

    @AfterEach
    void close() {
        trader.close();
    }

    @Test
    void whatIsOpenEveryTwoSeconds() throws Exception {
        try (RawWebSocket client = trader.listen("btcusdt@kline_1m")) {
            trader.pass(TWO_SECONDS);
            trader.trade("BTCUSDT", "60000.00", "0.1");
            trader.trade("BTCUSDT", "60010.00", "0.2");
            trader.pass(TWO_SECONDS);
            trader.trade("BTCUSDT", "59990.00", "0.1");
            trader.pass(TWO_SECONDS);

            assertThat(client.text())
                    .as("before the first trade there is none")
                    .isEqualTo("{\"e\":\"kline\",\"E\":" + (START + 4000) + ",\"s\":\"BTCUSDT\",\"k\":{\"t\":" + START
                            + ",\"T\":" + (START + 59_999) + ",\"s\":\"BTCUSDT\",\"i\":\"1m\",\"f\":1,\"L\":2,"
                            + "\"o\":\"60000.00000000\",\"c\":\"60010.00000000\",\"h\":\"60010.00000000\","
                            + "\"l\":\"60000.00000000\",\"v\":\"0.30000000\",\"n\":2,\"x\":false,"
                            + "\"q\":\"18002.00000000\",\"V\":\"0.30000000\",\"Q\":\"18002.00000000\",\"B\":\"0\"}}");
            assertThat(client.text()).contains("\"L\":3", "\"l\":\"59990.00000000\"", "\"n\":3,\"x\":false");
        }
    }

    @Test
    void whatHasClosedOnceAndWithItsLastTrade() throws Exception {
        trader.trade("BTCUSDT", "60000.00", "0.1");
        try (RawWebSocket client = trader.listen("btcusdt@kline_1m")) {
            trader.pass(Duration.ofSeconds(58));
            for (int i = 0; i < 29; i++) {
                assertThat(StreamTrader.next(client).at("/k/x").asBoolean()).isFalse();
            }
            trader.pass(Duration.ofSeconds(1));
            trader.trade("BTCUSDT", "60001.00", "0.1");
            trader.pass(Duration.ofSeconds(1));
            trader.pass(TWO_SECONDS);

            JsonNode closed = StreamTrader.next(client).path("k");
            assertThat(closed.path("x").asBoolean()).isTrue();
            assertThat(closed.path("t").asLong()).isEqualTo(START);
            assertThat(closed.path("c").asString()).isEqualTo("60001.00000000");
            JsonNode next = StreamTrader.next(client).path("k");
            assertThat(next.path("x").asBoolean()).isFalse();
            assertThat(next.path("t").asLong()).isEqualTo(START + 60_000);
            assertThat(next.path("n").asInt()).isZero();
            assertThat(next.path("f").asInt()).isEqualTo(-1);
            assertThat(next.path("o").asString()).isEqualTo("60001.00000000");
        }
    }

    /** What closed on the stream is what REST shows afterwards. */
    @Test
    void whatHasClosedDoesNotChangeAnyMore() throws Exception {
        Random random = new Random(11);
        trader.trade("BTCUSDT", "60000.00", "0.1");
        List<String> closed = new ArrayList<>();
        try (RawWebSocket client = trader.listen("btcusdt@kline_1m")) {
            for (int i = 0; i < 95; i++) {
                if (random.nextInt(3) > 0) {
                    trader.trade("BTCUSDT", (60000 + random.nextInt(9)) + ".00", "0." + (1 + random.nextInt(9)));
                }
                trader.pass(TWO_SECONDS);
                JsonNode kline = StreamTrader.next(client).path("k");
                if (kline.path("x").asBoolean()) {
                    closed.add(fields(kline, "t", "o", "h", "l", "c", "v", "T", "q", "n", "V", "Q"));
                }
            }
        }
        JsonNode rest = RawSession.JSON.readTree(new RestClient(trader.simulator())
                .get("/api/v3/klines?symbol=BTCUSDT&interval=1m&limit=3&endTime=" + (START + 179_999))
                .body());
        List<String> shown = new ArrayList<>();
        rest.forEach(kline -> shown.add(fields(kline, "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10")));
        assertThat(closed).hasSize(3).isEqualTo(shown);
    }

    private static String fields(JsonNode kline, String... names) {
        return Arrays.stream(names).map(name -> kline.at("/" + name).asString()).collect(Collectors.joining(" "));
    }

    @Test
    void secondsSecondBySecond() throws Exception {
        trader.trade("BTCUSDT", "60000.00", "0.1");
        try (RawWebSocket client = trader.listen("btcusdt@kline_1s")) {
            for (int i = 1; i <= 3; i++) {
                trader.pass(SECOND);

                JsonNode kline = StreamTrader.next(client).path("k");
                assertThat(kline.path("x").asBoolean()).isTrue();
                assertThat(kline.path("t").asLong()).isEqualTo(START + (i - 1) * 1000L);
                assertThat(kline.path("T").asLong()).isEqualTo(START + i * 1000L - 1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1s", "1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d", "3d", "1w", "1M"
            })
    void everyIntervalInBothTimeZones(String interval) throws Exception {
        trader.trade("BTCUSDT", "60000.00", "0.1");
        try (RawWebSocket utc = trader.listen("btcusdt@kline_" + interval);
                RawWebSocket east = trader.listen("btcusdt@kline_" + interval + "@+08:00")) {
            trader.pass(TWO_SECONDS);

            JsonNode kline = StreamTrader.next(utc).path("k");
            JsonNode eastern = StreamTrader.next(east).path("k");
            assertThat(kline.path("i").asString()).isEqualTo(interval);
            assertThat(eastern.path("i").asString()).isEqualTo(interval);
            assertThat(kline.path("t").asLong()).isLessThanOrEqualTo(START + 2000);
        }
    }

    @Test
    void daysOfTheEastBeginEightHoursEarlier() throws Exception {
        trader.trade("BTCUSDT", "60000.00", "0.1");
        try (RawWebSocket client = trader.listen("btcusdt@kline_1d@+08:00")) {
            trader.pass(TWO_SECONDS);

            assertThat(StreamTrader.next(client).at("/k/t").asLong())
                    .isEqualTo(START - Duration.ofHours(8).toMillis());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"btcusdt@kline_7m", "btcusdt@kline_1m@+09:00", "btcusdt@kline_"})
    void thereAreNoOthers(String stream) throws Exception {
        trader.trade("BTCUSDT", "60000.00", "0.1");
        try (RawWebSocket client = trader.listen(stream)) {
            trader.pass(TWO_SECONDS);

            client.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}");
            assertThat(client.text()).isEqualTo("{\"result\":[\"" + stream + "\"],\"id\":1}");
        }
    }
}
