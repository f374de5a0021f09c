/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.trade.Side;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The streams that speak every second: tickers, the average price, the reference price. */
class TickerStreamsTest {

    private static final long START = StreamTrader.START.toEpochMilli();
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final StreamTrader trader = new StreamTrader();

    @AfterEach
    void close() {
        trader.close();
    }

    private void market() {
        trader.trade("BTCUSDT", "60000.00", "0.1");
        trader.trade("BTCUSDT", "60600.00", "0.3");
        trader.rest("BTCUSDT", Side.BUY, "60500.00", "0.4");
        trader.rest("BTCUSDT", Side.SELL, "60700.00", "0.5");
    }

    @Test
    void theMiniTickerOfASymbol() throws Exception {
        market();
        try (RawWebSocket client = trader.listen("btcusdt@miniTicker")) {
            trader.pass(SECOND);

            assertThat(client.text())
                    .isEqualTo("{\"e\":\"24hrMiniTicker\",\"E\":" + (START + 1000) + ",\"s\":\"BTCUSDT\","
                            + "\"c\":\"60600.00000000\",\"o\":\"60000.00000000\",\"h\":\"60600.00000000\","
                            + "\"l\":\"60000.00000000\",\"v\":\"0.40000000\",\"q\":\"24180.00000000\"}");
        }
    }

    @Test
    void theTickerOfASymbol() throws Exception {
        market();
        try (RawWebSocket client = trader.listen("btcusdt@ticker")) {
            trader.pass(SECOND);

            assertThat(client.text())
                    .isEqualTo("{\"e\":\"24hrTicker\",\"E\":" + (START + 1000) + ",\"s\":\"BTCUSDT\","
                            + "\"p\":\"600.00000000\",\"P\":\"1.000\",\"w\":\"60450.00000000\",\"x\":\"0.00000000\","
                            + "\"c\":\"60600.00000000\",\"Q\":\"0.30000000\",\"b\":\"60500.00000000\","
                            + "\"B\":\"0.40000000\",\"a\":\"60700.00000000\",\"A\":\"0.50000000\","
                            + "\"o\":\"60000.00000000\",\"h\":\"60600.00000000\",\"l\":\"60000.00000000\","
                            + "\"v\":\"0.40000000\",\"q\":\"24180.00000000\",\"O\":" + (START + 1000 - 86_400_000)
                            + ",\"C\":" + (START + 1000) + ",\"F\":1,\"L\":2,\"n\":2}");
        }
    }

    @ParameterizedTest
    @CsvSource({"1h, 3600", "4h, 14400", "1d, 86400"})
    void rollingWindowsOpenOnAMinute(String window, long seconds) throws Exception {
        market();
        try (RawWebSocket client = trader.listen("btcusdt@ticker_" + window)) {
            trader.pass(SECOND);

            JsonNode ticker = StreamTrader.next(client);
            assertThat(ticker.path("e").asString()).isEqualTo(window + "Ticker");
            assertThat(ticker.path("O").asLong()).isEqualTo(START - seconds * 1000);
            assertThat(ticker.path("C").asLong()).isEqualTo(START + 1000);
            assertThat(ticker.path("w").asString()).isEqualTo("60450.00000000");
            assertThat(ticker.path("n").asInt()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"!miniTicker@arr", "!ticker_1h@arr", "!ticker_4h@arr", "!ticker_1d@arr"})
    void onlyTickersThatHaveChangedAreInTheListOfAll(String stream) throws Exception {
        market();
        try (RawWebSocket client = trader.listen(stream)) {
            trader.pass(SECOND);
            trader.trade("ETHUSDT", "3000.00", "1");
            trader.pass(SECOND);
            trader.pass(SECOND);
            trader.trade("BTCUSDT", "60000.00", "0.1");
            trader.trade("ETHUSDT", "3001.00", "1");
            trader.pass(SECOND);

            JsonNode first = StreamTrader.next(client);
            assertThat(first).hasSize(1);
            assertThat(first.get(0).path("s").asString()).isEqualTo("ETHUSDT");
            assertThat(first.get(0).path("E").asLong()).isEqualTo(START + 2000);
            JsonNode second = StreamTrader.next(client);
            assertThat(second.findValuesAsString("s")).containsExactlyInAnyOrder("BTCUSDT", "ETHUSDT");
            assertThat(second.get(0).path("E").asLong()).isEqualTo(START + 4000);
        }
    }

    @Test
    void aTickerChangesWhenATradeGetsTooOld() throws Exception {
        trader.trade("BTCUSDT", "60000.00", "0.1");
        trader.pass(Duration.ofMinutes(60));
        try (RawWebSocket client = trader.listen("!ticker_1h@arr")) {
            trader.pass(Duration.ofSeconds(60));

            JsonNode changed = StreamTrader.next(client);
            assertThat(changed.findValuesAsString("s")).containsExactly("BTCUSDT");
            assertThat(changed.get(0).path("n").asInt()).isZero();
        }
    }

    @Test
    void theAveragePrice() throws Exception {
        trader.pass(Duration.ofMillis(300));
        market();
        try (RawWebSocket client = trader.listen("btcusdt@avgPrice")) {
            trader.pass(SECOND);

            assertThat(client.text())
                    .isEqualTo("{\"e\":\"avgPrice\",\"E\":" + (START + 1300) + ",\"s\":\"BTCUSDT\",\"i\":\"5m\","
                            + "\"w\":\"60450.00000000\",\"T\":" + (START + 300) + "}");
        }
    }

    @Test
    void theReferencePriceOfASymbolThatHasOne() throws Exception {
        try (RawWebSocket client = trader.listen("btcusdt@referencePrice")) {
            trader.pass(SECOND);
            trader.simulator().floor().referencePrice("BTCUSDT", new BigDecimal("60123.4"));
            trader.pass(SECOND);
            trader.simulator().floor().referencePrice("BTCUSDT", null);
            trader.pass(SECOND);

            assertThat(client.text())
                    .isEqualTo("{\"e\":\"referencePrice\",\"s\":\"BTCUSDT\",\"r\":\"60123.40000000\",\"t\":"
                            + (START + 1000) + "}");
            assertThat(client.text())
                    .isEqualTo("{\"e\":\"referencePrice\",\"s\":\"BTCUSDT\",\"r\":null,\"t\":" + (START + 2000) + "}");
        }
    }

    @Test
    void microseconds() throws Exception {
        market();
        try (RawWebSocket client = trader.listen("btcusdt@ticker?timeUnit=MICROSECOND")) {
            trader.pass(SECOND);

            JsonNode ticker = StreamTrader.next(client);
            assertThat(ticker.path("E").asLong()).isEqualTo((START + 1000) * 1000);
            assertThat(ticker.path("O").asLong()).isEqualTo((START + 1000 - 86_400_000) * 1000);
        }
    }
}
