/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.testkit.market.SyntheticMarket;
import io.github.binancereactive.testkit.matching.HistoryQuery;
import io.github.binancereactive.testkit.matching.MarketTrade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A market that moves by itself, behind the wires. */
class SyntheticMarketIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final SyntheticMarket MARKET = SyntheticMarket.seeded(42)
            .symbols("BTCUSDT", "ETHUSDT")
            .ordersPerSecond(200)
            .tradesPerSecond(20);

    private static ExchangeSimulator start(VirtualTimeScheduler time) {
        return ExchangeSimulator.builder()
                .scheduler(time)
                .epoch(Instant.parse("2026-01-01T00:00:00Z"))
                .pingInterval(Duration.ZERO)
                .market(MARKET)
                .start();
    }

    private static List<MarketTrade> trades(ExchangeSimulator simulator) {
        List<MarketTrade> trades = new ArrayList<>();
        simulator
                .floor()
                .engine((engine, now) ->
                        trades.addAll(engine.marketData().trades("BTCUSDT", HistoryQuery.latest(Integer.MAX_VALUE))));
        return trades;
    }

    /** However far each step of the clock goes, and whoever else asks for something meanwhile. */
    @Test
    void theSameSeedAndClockGiveTheSameTrades() throws Exception {
        List<MarketTrade> inSmallSteps = trades(Duration.ofMillis(10), 3000);

        assertThat(inSmallSteps).hasSizeGreaterThan(150);
        assertThat(trades(Duration.ofSeconds(1), 30)).isEqualTo(inSmallSteps);
    }

    private static List<MarketTrade> trades(Duration step, int steps) {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        try (ExchangeSimulator simulator = start(time)) {
            for (int i = 0; i < steps; i++) {
                time.advanceTimeBy(step);
                simulator.settle();
            }
            return trades(simulator);
        } finally {
            time.dispose();
        }
    }

    @Test
    void stopsStartsAndHurries() {
        VirtualTimeScheduler time = VirtualTimeScheduler.create();
        try (ExchangeSimulator simulator = start(time)) {
            TradingFloor floor = simulator.floor();
            int before = pass(simulator, time);
            floor.stopMarket();
            assertThat(pass(simulator, time)).isZero();
            floor.startMarket();
            floor.marketSpeed(10);
            assertThat(pass(simulator, time)).isGreaterThan(5 * before).isPositive();
            assertThatIllegalArgumentException().isThrownBy(() -> floor.marketSpeed(0));
        } finally {
            time.dispose();
        }
    }

    private static int pass(ExchangeSimulator simulator, VirtualTimeScheduler time) {
        int before = trades(simulator).size();
        time.advanceTimeBy(Duration.ofSeconds(10));
        simulator.settle();
        return trades(simulator).size() - before;
    }

    @Test
    void tellsSubscribersInRealTimeAndTradesWithEverybody() throws Exception {
        try (ExchangeSimulator simulator = ExchangeSimulator.builder()
                        .pingInterval(Duration.ZERO)
                        .market(MARKET.symbols("BTCUSDT"))
                        .start();
                RawWebSocket client = RawStreams.combined(
                        simulator, List.of("btcusdt@trade", "btcusdt@bookTicker", "btcusdt@depth@100ms"))) {
            List<String> frames = RawStreams.texts(client, 60);
            assertThat(frames).anyMatch(frame -> frame.contains("@trade\""));
            assertThat(frames).anyMatch(frame -> frame.contains("@bookTicker\""));
            assertThat(frames).anyMatch(frame -> frame.contains("@depth@100ms\""));

            RawTrader trader = new RawTrader(simulator);
            String bought = trader.post(
                            "/api/v3/order",
                            "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001&newOrderRespType=RESULT")
                    .text("status");
            assertThat(bought).isEqualTo("FILLED");
        }
    }

    @Test
    void flashesWithoutAMarketToo() throws Exception {
        try (ExchangeSimulator simulator =
                        ExchangeSimulator.builder().pingInterval(Duration.ZERO).start();
                RawWebSocket client = RawStreams.raw(simulator, "ethusdt@trade")) {
            simulator.await(sim -> sim.openConnections() == 1, PATIENCE);
            int printed = simulator.floor().flash("ETHUSDT", 2000);

            assertThat(printed).isBetween(2000, 2020);
            List<String> frames = RawStreams.texts(client, printed);
            assertThat(frames).allMatch(frame -> frame.startsWith("{\"e\":\"trade\""));
            assertThatThrownBy(() -> simulator.floor().startMarket()).isInstanceOf(IllegalStateException.class);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> simulator.floor().flash("NOSUCH", 1));
        }
    }
}
