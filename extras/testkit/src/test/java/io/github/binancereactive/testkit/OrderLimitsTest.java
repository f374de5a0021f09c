/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testkit.account.KeyType;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;
import tools.jackson.databind.JsonNode;

/** What trading costs: nothing when it goes well, weight when it doesn't, and unfilled orders in any case. */
class OrderLimitsTest {

    private static final String RESTING =
            "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=40000.00";
    private static final String TAKING = "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001";

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final ExchangeSimulator simulator = ExchangeSimulator.builder()
            .scheduler(time)
            .epoch(Instant.parse("2026-01-01T00:00:05Z"))
            .pingInterval(Duration.ZERO)
            .limits(SimulatedLimits.documented().withOrders(3, 5))
            .start();
    private final RawTrader trader = new RawTrader(simulator);

    @AfterEach
    void close() {
        simulator.close();
        time.dispose();
    }

    @Test
    void tradingIsFreeWhenItSucceeds() throws Exception {
        RawTrader.Reply placed = trader.post("/api/v3/order", RESTING);
        RawTrader.Reply amended = trader.call(
                "PUT",
                "/api/v3/order/amend/keepPriority",
                "symbol=BTCUSDT&newQty=0.005&orderId=" + placed.json().path("orderId"));
        RawTrader.Reply canceled = trader.delete("/api/v3/openOrders", "symbol=BTCUSDT");
        RawTrader.Reply again = trader.delete("/api/v3/openOrders", "symbol=BTCUSDT");

        assertThat(placed.header("X-MBX-USED-WEIGHT-1M")).isEqualTo("0");
        assertThat(amended.header("X-MBX-USED-WEIGHT-1M")).as("amending").isEqualTo("4");
        assertThat(canceled.header("X-MBX-USED-WEIGHT-1M")).isEqualTo("4");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.header("X-MBX-USED-WEIGHT-1M")).as("a failure").isEqualTo("5");
    }

    @Test
    void queriesCostWhatIsDocumented() throws Exception {
        assertThat(trader.get("/api/v3/account", "").header("X-MBX-USED-WEIGHT-1M"))
                .isEqualTo("20");
        assertThat(trader.get("/api/v3/openOrders", "").header("X-MBX-USED-WEIGHT-1M"))
                .isEqualTo("100");
        assertThat(trader.get("/api/v3/myTrades", "symbol=BTCUSDT&orderId=1").header("X-MBX-USED-WEIGHT-1M"))
                .isEqualTo("105");
        RestClient visitor = new RestClient(simulator);
        assertThat(visitor.get("/api/v3/depth?symbol=BTCUSDT&limit=500")
                        .headers()
                        .firstValue("X-MBX-USED-WEIGHT-1M"))
                .contains("130");
        assertThat(visitor.get("/api/v3/ticker/24hr").headers().firstValue("X-MBX-USED-WEIGHT-1M"))
                .contains("210");
        assertThat(visitor.get("/api/v3/ticker?symbols=%5B%22BTCUSDT%22,%22ETHUSDT%22%5D")
                        .headers()
                        .firstValue("X-MBX-USED-WEIGHT-1M"))
                .contains("218");
    }

    @Test
    void unfilledOrdersAreCountedAndFilledOnesGivenBack() throws Exception {
        RawTrader.Reply first = trader.post("/api/v3/order", RESTING);
        RawTrader.Reply second = trader.post("/api/v3/order", RESTING);
        trader.post("/api/v3/order", TAKING);
        trader.post("/api/v3/order", TAKING);
        RawTrader.Reply third = trader.post("/api/v3/order", RESTING);
        RawTrader.Reply fourth = trader.post("/api/v3/order", RESTING);

        assertThat(first.header("X-MBX-ORDER-COUNT-10S")).isEqualTo("1");
        assertThat(second.header("X-MBX-ORDER-COUNT-10S")).isEqualTo("2");
        assertThat(third.header("X-MBX-ORDER-COUNT-1D")).isEqualTo("3");
        assertThat(fourth.status()).isEqualTo(429);
        assertThat(fourth.text("msg")).isEqualTo("Too many new orders; current limit is 3 orders per 10 SECOND.");
        assertThat(fourth.header("Retry-After")).isEqualTo("5");
        assertThat(trader.get("/api/v3/rateLimit/order", "")
                        .json()
                        .at("/0/count")
                        .intValue())
                .isEqualTo(3);

        time.advanceTimeBy(Duration.ofSeconds(5));
        assertThat(trader.post("/api/v3/order", RESTING).header("X-MBX-ORDER-COUNT-10S"))
                .isEqualTo("1");
        assertThat(trader.post("/api/v3/order", RESTING).header("X-MBX-ORDER-COUNT-1D"))
                .isEqualTo("5");
        assertThat(trader.post("/api/v3/order", RESTING).text("msg")).endsWith("5 orders per 1 DAY.");
    }

    @Test
    void theWebSocketApiSaysTheSameInRateLimits() throws Exception {
        try (RawSession session = new RawSession(simulator)) {
            session.logOn(simulator.account().key(KeyType.ED25519));
            String params = "{'symbol':'BTCUSDT','side':'BUY','type':'LIMIT_MAKER','quantity':'0.01','price':'40000'}";
            session.askTimed("order.place", params);
            JsonNode second = session.askTimed("order.place", params);
            session.askTimed("order.place", params);
            JsonNode refused = session.askTimed("order.place", params);

            assertThat(second.path("rateLimits").toString())
                    .isEqualTo("[{\"rateLimitType\":\"ORDERS\",\"interval\":\"SECOND\",\"intervalNum\":10,"
                            + "\"limit\":3,\"count\":2},{\"rateLimitType\":\"ORDERS\",\"interval\":\"DAY\","
                            + "\"intervalNum\":1,\"limit\":5,\"count\":2},{\"rateLimitType\":\"REQUEST_WEIGHT\","
                            + "\"interval\":\"MINUTE\",\"intervalNum\":1,\"limit\":6000,\"count\":4}]");
            assertThat(refused.path("status").intValue()).isEqualTo(429);
            assertThat(refused.at("/error/code").intValue()).isEqualTo(-1015);
            assertThat(refused.at("/error/data/retryAfter").longValue())
                    .isEqualTo(Instant.parse("2026-01-01T00:00:10Z").toEpochMilli());
        }
    }

    @Test
    void replacingBeyondTheLimitDoesNothingOrCancelsOnly() throws Exception {
        for (String id : new String[] {"a", "b", "c"}) {
            trader.post("/api/v3/order", RESTING + "&newClientOrderId=" + id);
        }
        String replace = RESTING + "&cancelReplaceMode=STOP_ON_FAILURE&cancelOrigClientOrderId=";

        RawTrader.Reply nothing = trader.post("/api/v3/order/cancelReplace", replace + "a");
        RawTrader.Reply cancelOnly =
                trader.post("/api/v3/order/cancelReplace", replace + "a&orderRateLimitExceededMode=CANCEL_ONLY");
        RawTrader.Reply unknown =
                trader.post("/api/v3/order/cancelReplace", replace + "z&orderRateLimitExceededMode=CANCEL_ONLY");

        assertThat(nothing.status()).isEqualTo(429);
        assertThat(nothing.code()).isEqualTo(-1015);
        assertThat(cancelOnly.status()).isEqualTo(429);
        assertThat(cancelOnly.code()).isEqualTo(-2021);
        assertThat(cancelOnly.json().at("/data/newOrderResponse/code").intValue())
                .isEqualTo(-1015);
        assertThat(unknown.status()).isEqualTo(429);
        assertThat(unknown.code()).isEqualTo(-2022);
        assertThat(trader.get("/api/v3/openOrders", "symbol=BTCUSDT").json()).hasSize(2);
    }
}
