/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.testkit.matching.OrderSnapshot;
import io.github.binancereactive.testkit.matching.Refusal;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What tests of clients do to the exchange behind the wires. */
class TradingFloorTest {

    private static final String RESTING =
            "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01&price=40000.00";

    private final ExchangeSimulator simulator = ExchangeSimulator.start();
    private final RawTrader trader = new RawTrader(simulator);
    private final RestClient visitor = new RestClient(simulator);

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void freshBooksAreFullAndTheSameEveryTime() throws Exception {
        String book = visitor.get("/api/v3/depth?symbol=ETHUSDT").body();
        String price = visitor.get("/api/v3/ticker/price?symbol=BTCUSDT").body();

        assertThat(RawSession.JSON.readTree(book).path("asks")).hasSize(20);
        assertThat(price).isEqualTo("{\"symbol\":\"BTCUSDT\",\"price\":\"60000.00000000\"}");
        try (ExchangeSimulator same = ExchangeSimulator.start();
                ExchangeSimulator other = ExchangeSimulator.builder().seed(1).start();
                ExchangeSimulator empty =
                        ExchangeSimulator.builder().liquidity(0).start()) {
            assertThat(depth(same)).isEqualTo(book);
            assertThat(depth(other)).isNotEqualTo(book);
            assertThat(depth(empty)).isEqualTo("{\"lastUpdateId\":0,\"bids\":[],\"asks\":[]}");
        }
    }

    private static String depth(ExchangeSimulator simulator) throws Exception {
        return new RestClient(simulator).get("/api/v3/depth?symbol=ETHUSDT").body();
    }

    @Test
    void everySymbolThatTradesHasLiquidity() throws Exception {
        RawSession.JSON
                .readTree(visitor.get("/api/v3/ticker/bookTicker?symbolStatus=TRADING")
                        .body())
                .forEach(ticker -> assertThat(
                                new BigDecimal(ticker.path("bidQty").asString()))
                        .as(ticker.toString())
                        .isPositive());
    }

    @Test
    void knowsWhatWasExecutedWhenTheAnswerIsLost() throws Exception {
        SimulatedAccount account = simulator.account();
        simulator.inject(Fault.resetBeforeAnswer().on("POST /api/v3/order"));
        assertThatThrownBy(() -> trader.post("/api/v3/order", RESTING)).isInstanceOf(IOException.class);
        assertThat(simulator.orders(account)).as("lost on the way there").isEmpty();

        simulator.inject(Fault.resetAfterAnswer().on("POST /api/v3/order"));
        assertThatThrownBy(() -> trader.post("/api/v3/order", RESTING + "&newClientOrderId=lost"))
                .isInstanceOf(IOException.class);
        simulator.inject(Fault.timeout().on("POST /api/v3/order"));
        assertThat(trader.post("/api/v3/order", RESTING + "&newClientOrderId=unknown")
                        .code())
                .isEqualTo(-1007);

        assertThat(simulator.orders(account))
                .extracting(OrderSnapshot::clientOrderId, OrderSnapshot::status)
                .containsExactly(tuple("lost", OrderStatus.NEW), tuple("unknown", OrderStatus.NEW));
    }

    @Test
    void remembersAfterItIsClosed() throws Exception {
        trader.post("/api/v3/order", RESTING);
        simulator.close();

        assertThat(simulator.orders(simulator.account())).hasSize(1);
    }

    @Test
    void takesKeysBack() throws Exception {
        String apiKey = simulator.account().apiKey();
        simulator.floor().forbidTrading(apiKey);
        assertThat(trader.post("/api/v3/order", RESTING).code()).isEqualTo(-2015);
        assertThat(trader.get("/api/v3/account", "").status()).isEqualTo(200);

        simulator.floor().revoke(apiKey);
        assertThat(trader.get("/api/v3/account", "").code()).isEqualTo(-2015);
    }

    @Test
    void opensAccountsAndMovesMoney() throws Exception {
        SimulatedAccount late = SimulatedAccount.ed25519("late").empty();
        simulator.floor().open(late);
        simulator.floor().deposit(late, "USDT", "400");
        RawTrader other = new RawTrader(simulator, late.keys().get(0));

        assertThat(other.post("/api/v3/order", RESTING).status()).isEqualTo(200);
        assertThat(other.post("/api/v3/order", RESTING).text("msg"))
                .isEqualTo("Account has insufficient balance for requested action.");
        assertThat(simulator.floor().balances(late).get(0).locked()).isEqualByComparingTo("400");
        assertThatThrownBy(() -> simulator.floor().withdraw(late, "USDT", "1")).isInstanceOf(RuntimeException.class);
        simulator.floor().expire(late, "BTCUSDT", simulator.orders(late).get(0).orderId());
        assertThat(simulator.orders(late).get(0).status()).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void lowersLimitsWhileClientsRun() throws Exception {
        visitor.get("/api/v3/ping");
        simulator
                .floor()
                .limits(SimulatedLimits.documented().withRequestWeight(3).withOrders(1, 100));

        assertThat(trader.post("/api/v3/order", RESTING).header("X-MBX-ORDER-COUNT-10S"))
                .isEqualTo("1");
        assertThat(trader.post("/api/v3/order", RESTING).code()).isEqualTo(-1015);
        assertThat(visitor.get("/api/v3/ping").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/api/v3/ping").statusCode()).isEqualTo(429);
    }

    @Test
    void hasOtherTrafficFromTheSameAddress() throws Exception {
        visitor.get("/api/v3/ping");
        simulator.floor().foreignTraffic(1000);

        assertThat(visitor.get("/api/v3/ping").headers().firstValue("X-MBX-USED-WEIGHT-1M"))
                .contains("1002");
    }

    @Test
    void putsItsClockForwardAndBack() throws Exception {
        long before = simulator.now().toEpochMilli();
        String stamped = "timestamp=" + before;
        simulator.clockOffset(Duration.ofMinutes(2));
        assertThat(trader.signed("GET", "/api/v3/account", stamped).code()).isEqualTo(-1021);
        assertThat(trader.post("/api/v3/order", RESTING).status()).isEqualTo(200);

        simulator.clockOffset(Duration.ofMinutes(-2));
        assertThat(trader.signed("GET", "/api/v3/account", stamped).code()).isEqualTo(-1021);
        assertThat(trader.post("/api/v3/order", RESTING).status())
                .as("the engine's time doesn't go back")
                .isEqualTo(200);
    }

    @Test
    void refusesWhatTheEngineRefuses() {
        assertThatThrownBy(() -> simulator.floor().referencePrice("NOSUCH", BigDecimal.ONE))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void somebodyOutsideLocksMoneyAndGivesItBack() {
        TradingFloor floor = simulator.floor();
        SimulatedAccount account = simulator.account();
        floor.lockExternally(account, "USDT", "300000");
        floor.lockExternally(account, "USDT", "-100000");

        assertThat(floor.balances(account)).anySatisfy(balance -> {
            assertThat(balance.asset()).isEqualTo("USDT");
            assertThat(balance.free()).isEqualByComparingTo("800000");
            assertThat(balance.locked()).isEqualByComparingTo("200000");
        });
        assertThatThrownBy(() -> floor.lockExternally(account, "USDT", "800001"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> floor.lockExternally(account, "USDT", "-200001"))
                .isInstanceOf(Refusal.class);
    }
}
