/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.trade.Side;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The streams that speak when something happens. */
class RealTimeStreamsTest {

    private static final long START = StreamTrader.START.toEpochMilli();

    private final StreamTrader trader = new StreamTrader();

    @AfterEach
    void close() {
        trader.close();
    }

    @Test
    void everyTrade() throws Exception {
        trader.trade("BTCUSDT", "60000.00", "0.1");
        trader.rest("BTCUSDT", Side.BUY, "59999.00", "0.2");
        try (RawWebSocket client = trader.listen("btcusdt@trade")) {
            trader.trade("ETHUSDT", "3000.00", "1");
            trader.pass(Duration.ofMillis(250));
            trader.take("BTCUSDT", Side.SELL, "59999.00", "0.15");

            assertThat(client.text())
                    .isEqualTo("{\"e\":\"trade\",\"E\":" + (START + 250) + ",\"s\":\"BTCUSDT\",\"t\":2,"
                            + "\"p\":\"59999.00000000\",\"q\":\"0.15000000\",\"T\":" + (START + 250)
                            + ",\"m\":true,\"M\":true}");
        }
    }

    @Test
    void tradesOfOneTakerAtOnePriceAreOne() throws Exception {
        trader.rest("BTCUSDT", Side.SELL, "60000.00", "0.1");
        trader.rest("BTCUSDT", Side.SELL, "60000.00", "0.2");
        trader.rest("BTCUSDT", Side.SELL, "60001.00", "0.3");
        try (RawWebSocket client = trader.listen("btcusdt@aggTrade")) {
            trader.take("BTCUSDT", Side.BUY, "60001.00", "0.4");
            trader.take("BTCUSDT", Side.BUY, "60001.00", "0.1");

            assertThat(client.text())
                    .isEqualTo("{\"e\":\"aggTrade\",\"E\":" + START + ",\"s\":\"BTCUSDT\",\"a\":1,"
                            + "\"p\":\"60000.00000000\",\"q\":\"0.30000000\",\"f\":1,\"l\":2,\"T\":" + START
                            + ",\"m\":false,\"M\":true}");
            assertThat(client.text()).contains("\"a\":2,\"p\":\"60001.00000000\",\"q\":\"0.10000000\",\"f\":3,\"l\":3");
            assertThat(client.text()).contains("\"a\":3,\"p\":\"60001.00000000\",\"q\":\"0.10000000\",\"f\":4,\"l\":4");
        }
    }

    @Test
    void theBestPricesWhenTheyChange() throws Exception {
        trader.rest("BTCUSDT", Side.BUY, "59999.00", "0.2");
        try (RawWebSocket client = trader.listen("btcusdt@bookTicker")) {
            trader.rest("BTCUSDT", Side.SELL, "60000.00", "0.5");
            trader.rest("BTCUSDT", Side.SELL, "60001.00", "0.5");
            trader.take("BTCUSDT", Side.BUY, "60000.00", "0.1");

            assertThat(client.text())
                    .isEqualTo("{\"u\":2,\"s\":\"BTCUSDT\",\"b\":\"59999.00000000\",\"B\":\"0.20000000\","
                            + "\"a\":\"60000.00000000\",\"A\":\"0.50000000\"}");
            assertThat(client.text()).contains("\"u\":4", "\"A\":\"0.40000000\"");
        }
    }

    @Test
    void blockTrades() throws Exception {
        try (RawWebSocket client = trader.listen("btcusdt@blockTrade")) {
            trader.simulator().floor().blockTrade("BTCUSDT", "61000", "12.5", true);

            assertThat(client.text())
                    .isEqualTo("{\"e\":\"blockTrade\",\"E\":" + START + ",\"s\":\"BTCUSDT\",\"t\":584,"
                            + "\"p\":\"61000.00000000\",\"q\":\"12.50000000\",\"T\":" + START + ",\"m\":true}");
        }
        RestClient rest = new RestClient(trader.simulator());
        assertThat(rest.get("/api/v3/historicalBlockTrades?symbol=BTCUSDT&fromId=584")
                        .body())
                .isEqualTo("[{\"id\":584,\"price\":\"61000.00000000\",\"qty\":\"12.50000000\","
                        + "\"quoteQty\":\"762500.00000000\",\"time\":" + START + ",\"isBuyerMaker\":true}]");
    }

    @Test
    void symbolsThatAreNotAscii() throws Exception {
        String symbol = "\uff11\uff12\uff13\uff14\uff15\uff16";
        String stream = symbol + "@trade";
        try (RawWebSocket client = trader.subscribe()) {
            client.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"" + stream + "\"],\"id\":1}");
            assertThat(client.text()).isEqualTo("{\"result\":null,\"id\":1}");
            trader.trade(symbol, "1.00000", "100");

            assertThat(client.text())
                    .startsWith("{\"stream\":\"" + stream + "\",\"data\":{")
                    .contains("\"s\":\"" + symbol + "\"");
        }
    }

    @Test
    void nothingComesOnceUnsubscribedAndNothingOfOtherNames() throws Exception {
        try (RawWebSocket client =
                trader.subscribe("btcusdt@trade", "BTCUSDT@trade", "nosuch@trade", "btcusdt@nosuch")) {
            trader.trade("BTCUSDT", "60000.00", "0.1");
            assertThat(client.text()).startsWith("{\"stream\":\"btcusdt@trade\"");

            client.send("{\"method\":\"UNSUBSCRIBE\",\"params\":[\"btcusdt@trade\"],\"id\":1}");
            assertThat(client.text()).isEqualTo("{\"result\":null,\"id\":1}");
            trader.trade("BTCUSDT", "60000.00", "0.1");

            client.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":2}");
            assertThat(client.text())
                    .isEqualTo("{\"result\":[\"BTCUSDT@trade\",\"nosuch@trade\",\"btcusdt@nosuch\"],\"id\":2}");
        }
    }
}
