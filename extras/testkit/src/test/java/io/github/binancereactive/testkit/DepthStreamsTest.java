/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.trade.Side;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The streams of the book. */
class DepthStreamsTest {

    private static final long START = StreamTrader.START.toEpochMilli();
    private static final Duration TENTH = Duration.ofMillis(100);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final StreamTrader trader = new StreamTrader();

    @AfterEach
    void close() {
        trader.close();
    }

    @ParameterizedTest
    @CsvSource({"btcusdt@depth, 1000", "btcusdt@depth@100ms, 100"})
    void whatChangedWithinAPeriod(String stream, long millis) throws Exception {
        trader.rest("BTCUSDT", Side.BUY, "59000.00", "1");
        try (RawWebSocket client = trader.listen(stream)) {
            trader.rest("BTCUSDT", Side.BUY, "59999.00", "0.2");
            trader.rest("BTCUSDT", Side.BUY, "59998.00", "0.2");
            trader.rest("BTCUSDT", Side.BUY, "59999.00", "0.3");
            trader.rest("BTCUSDT", Side.SELL, "60000.00", "0.5");
            trader.take("BTCUSDT", Side.BUY, "60000.00", "0.5");
            trader.pass(Duration.ofMillis(millis));
            trader.pass(Duration.ofMillis(millis));
            trader.rest("BTCUSDT", Side.SELL, "60002.00", "0.5");
            trader.pass(Duration.ofMillis(millis));

            assertThat(client.text())
                    .isEqualTo(
                            "{\"e\":\"depthUpdate\",\"E\":" + (START + millis) + ",\"s\":\"BTCUSDT\",\"U\":2,\"u\":6,"
                                    + "\"b\":[[\"59999.00000000\",\"0.50000000\"],[\"59998.00000000\",\"0.20000000\"]],"
                                    + "\"a\":[[\"60000.00000000\",\"0.00000000\"]]}");
            assertThat(client.text())
                    .isEqualTo("{\"e\":\"depthUpdate\",\"E\":" + (START + 3 * millis)
                            + ",\"s\":\"BTCUSDT\",\"U\":7,\"u\":7,"
                            + "\"b\":[],\"a\":[[\"60002.00000000\",\"0.50000000\"]]}");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "btcusdt@depth5, 1000, 5",
        "btcusdt@depth10, 1000, 10",
        "btcusdt@depth20, 1000, 20",
        "btcusdt@depth5@100ms, 100, 5",
        "btcusdt@depth10@100ms, 100, 10",
        "btcusdt@depth20@100ms, 100, 20"
    })
    void theBestLevels(String stream, long millis, int levels) throws Exception {
        for (int i = 1; i <= 25; i++) {
            trader.rest("BTCUSDT", Side.BUY, (60000 - i) + ".00", "0." + i);
        }
        try (RawWebSocket client = trader.listen(stream)) {
            trader.pass(Duration.ofMillis(millis));
            trader.cancelAll("BTCUSDT");
            trader.pass(Duration.ofMillis(millis));

            JsonNode depth = StreamTrader.next(client);
            assertThat(depth.path("lastUpdateId").asInt()).isEqualTo(25);
            assertThat(depth.path("bids")).hasSize(levels);
            assertThat(depth.path("bids").get(0).toString()).isEqualTo("[\"59999.00000000\",\"0.10000000\"]");
            assertThat(client.text()).isEqualTo("{\"lastUpdateId\":50,\"bids\":[],\"asks\":[]}");
        }
    }

    /** The documented procedure, with two streams of different speed, ends at the book that REST shows. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void eventsAppliedToASnapshotGiveTheBook(long seed) throws Exception {
        Random random = new Random(seed);
        trade(random, 50);
        try (RawWebSocket slow = trader.listen("btcusdt@depth");
                RawWebSocket fast = trader.listen("btcusdt@depth@100ms")) {
            trade(random, 20);
            Copy ofFast = new Copy(snapshot());
            Copy ofSlow = new Copy(snapshot());
            for (int i = 0; i < 40; i++) {
                trade(random, 5);
                trader.pass(TENTH);
                ofFast.apply(StreamTrader.next(fast));
                if (i % 10 == 9) {
                    ofSlow.apply(StreamTrader.next(slow));
                }
            }
            Copy now = new Copy(snapshot());
            assertThat(ofFast.sides()).isEqualTo(now.sides());
            assertThat(ofSlow.sides()).isEqualTo(now.sides());
            assertThat(ofFast.updateId).isEqualTo(ofSlow.updateId).isEqualTo(now.updateId);
        }
    }

    private void trade(Random random, int orders) {
        for (int i = 0; i < orders; i++) {
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            String price = (60000 + random.nextInt(11) - 5) + ".00";
            trader.rest("BTCUSDT", side, price, "0." + (1 + random.nextInt(9)));
        }
    }

    private JsonNode snapshot() throws Exception {
        return JsonMapper.shared()
                .readTree(new RestClient(trader.simulator())
                        .get("/api/v3/depth?symbol=BTCUSDT&limit=5000")
                        .body());
    }

    @Test
    void aStreamThatIsLeftAndJoinedAgainBeginsAnew() throws Exception {
        try (RawWebSocket client = trader.listen("btcusdt@depth@100ms")) {
            trader.rest("BTCUSDT", Side.BUY, "59999.00", "0.2");
            assertThat(client.status()).isEqualTo(101);
        }
        trader.simulator().await(sim -> sim.openConnections() == 0, Duration.ofSeconds(10));
        trader.pass(SECOND);
        try (RawWebSocket client = trader.listen("btcusdt@depth@100ms")) {
            trader.rest("BTCUSDT", Side.BUY, "59998.00", "0.2");
            trader.pass(TENTH);

            assertThat(client.text()).contains("\"U\":2,\"u\":2,\"b\":[[\"59998.00000000\",\"0.20000000\"]],\"a\":[]");
        }
    }

    /** A book kept as the documentation says. */
    private static final class Copy {

        private final Map<BigDecimal, BigDecimal> bids = new TreeMap<>();
        private final Map<BigDecimal, BigDecimal> asks = new TreeMap<>();
        private final long snapshotId;
        private long updateId;

        Copy(JsonNode snapshot) {
            updateId = snapshot.path("lastUpdateId").asLong();
            snapshotId = updateId;
            set(bids, snapshot.path("bids"));
            set(asks, snapshot.path("asks"));
        }

        void apply(JsonNode event) {
            long first = event.path("U").asLong();
            if (updateId == snapshotId) {
                assertThat(first).isLessThanOrEqualTo(updateId + 1);
            } else {
                assertThat(first).isEqualTo(updateId + 1);
            }
            updateId = event.path("u").asLong();
            set(bids, event.path("b"));
            set(asks, event.path("a"));
        }

        private static void set(Map<BigDecimal, BigDecimal> side, JsonNode levels) {
            for (JsonNode level : levels) {
                BigDecimal price = new BigDecimal(level.get(0).asString());
                BigDecimal qty = new BigDecimal(level.get(1).asString());
                if (qty.signum() == 0) {
                    side.remove(price);
                } else {
                    side.put(price, qty);
                }
            }
        }

        String sides() {
            return bids + " " + asks;
        }
    }
}
