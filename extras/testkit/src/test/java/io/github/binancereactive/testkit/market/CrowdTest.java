/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.binancereactive.testkit.exchange.ExchangeSettings;
import io.github.binancereactive.testkit.exchange.Listing;
import io.github.binancereactive.testkit.exchange.SimulatedExchange;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.testkit.matching.AccountRecords;
import io.github.binancereactive.testkit.matching.BookChange;
import io.github.binancereactive.testkit.matching.Depth;
import io.github.binancereactive.testkit.matching.EngineListener;
import io.github.binancereactive.testkit.matching.HistoryQuery;
import io.github.binancereactive.testkit.matching.MarketTrade;
import io.github.binancereactive.testkit.matching.MatchingEngine;
import io.github.binancereactive.testkit.matching.SymbolSettings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The makers and takers of a synthetic market, without a simulator around them. */
class CrowdTest {

    private static final long NOW = 1_700_000_000_000_000L;
    private static final double SECOND = 1_000_000;
    private static final long FIRST_MAKER = 4_000_000;

    /** What listeners are told of books and trades. */
    private static final class Tape implements EngineListener {

        final List<Object> all = new ArrayList<>();

        @Override
        public void onBookChange(BookChange change) {
            all.add(change);
        }

        @Override
        public void onTrade(String symbol, MarketTrade trade, long buyerOrderId, long sellerOrderId) {
            all.add(List.of(symbol, trade, buyerOrderId, sellerOrderId));
        }
    }

    private static MatchingEngine engine(int symbols, int liquidity, EngineListener listener) {
        ExchangeSettings settings =
                new ExchangeSettings(Listing.generated(symbols), SimulatedLimits.documented(), List.of(), 0, liquidity);
        return new SimulatedExchange(settings, NOW, listener).engine();
    }

    private static List<Object> record(long seed) {
        Tape tape = new Tape();
        Crowd crowd = new Crowd(engine(8, 20, tape), SyntheticMarket.seeded(seed));
        crowd.open(NOW);
        for (int second = 0; second < 20; second++) {
            crowd.advance(SECOND, NOW + second);
        }
        return tape.all;
    }

    @Test
    void theSameSeedGivesTheSameMarket() {
        assertThat(record(42)).hasSizeGreaterThan(1000).isEqualTo(record(42)).isNotEqualTo(record(43));
    }

    @Test
    void keepsItsRates() {
        MatchingEngine engine = engine(1, 0, EngineListener.NONE);
        SyntheticMarket market = SyntheticMarket.seeded(1)
                .symbols("BTCUSDT")
                .ordersPerSecond(200)
                .tradesPerSecond(20);
        Crowd crowd = new Crowd(engine, market);
        crowd.open(NOW);
        for (int step = 1; step <= 10_000; step++) {
            crowd.advance(SECOND / 100, NOW + step * 10_000L);
        }

        List<MarketTrade> trades = engine.marketData().trades("BTCUSDT", HistoryQuery.latest(Integer.MAX_VALUE));
        long takers = trades.stream().map(MarketTrade::time).distinct().count();
        assertThat(takers).as("moments with a trade in 100 s").isCloseTo(1850L, within(250L));
        long changes = engine.marketData().depth("BTCUSDT", 1).lastUpdateId();
        assertThat(changes).as("of the book in 100 s").isBetween(18_000L, 27_000L);
    }

    /** Books that are two-sided, never crossed, and as deep as they are to be. */
    @ParameterizedTest
    @ValueSource(ints = {0, 20})
    void booksStayInOrder(int liquidity) {
        MatchingEngine engine = engine(20, liquidity, EngineListener.NONE);
        Crowd crowd = new Crowd(
                engine, SyntheticMarket.seeded(7).ordersPerSecond(2000).tradesPerSecond(100));
        crowd.open(NOW);
        for (int second = 1; second <= 60; second++) {
            crowd.advance(SECOND, NOW + second * 1_000_000L);
            for (SymbolSettings symbol : engine.marketData().symbols()) {
                if (symbol.info().status().name().equals("TRADING")) {
                    Depth depth = engine.marketData().depth(symbol.info().symbol(), 100);
                    assertThat(depth.bids()).as(symbol.info().symbol()).hasSizeGreaterThan(1);
                    assertThat(depth.asks()).as(symbol.info().symbol()).hasSizeGreaterThan(1);
                    assertThat(depth.bids().get(0).price())
                            .isLessThan(depth.asks().get(0).price());
                }
            }
        }
        assertThat(crowd.refused()).as("orders that break a rule").isZero();
    }

    @Test
    void remembersNoOrderThatHasEnded() {
        MatchingEngine engine = engine(1, 0, EngineListener.NONE);
        Crowd crowd =
                new Crowd(engine, SyntheticMarket.seeded(3).symbols("BTCUSDT").ordersPerSecond(2000));
        crowd.open(NOW);
        crowd.advance(60 * SECOND, NOW);

        AccountRecords records = engine.records();
        for (long account : List.of(FIRST_MAKER, FIRST_MAKER + 1)) {
            assertThat(records.orders(account, "BTCUSDT", HistoryQuery.latest(Integer.MAX_VALUE)))
                    .isEmpty();
            assertThat(records.trades(account, "BTCUSDT", null, HistoryQuery.latest(Integer.MAX_VALUE)))
                    .isEmpty();
        }
        assertThat(records.openOrders(FIRST_MAKER, "BTCUSDT")).hasSizeBetween(20, 40);
        assertThat(records.openOrderIds(FIRST_MAKER, "BTCUSDT")).hasSizeBetween(20, 40);
        assertThat(records.openOrders(FIRST_MAKER + 1, "BTCUSDT")).isEmpty();
    }

    @Test
    void flashesOnAnySymbol() {
        MatchingEngine engine = engine(2, 0, EngineListener.NONE);
        Crowd crowd = new Crowd(engine, SyntheticMarket.seeded(3).symbols("BTCUSDT"));

        assertThat(crowd.flash("ETHUSDT", 500, NOW)).isBetween(500, 510);
        assertThat(engine.marketData().trades("ETHUSDT", HistoryQuery.latest(Integer.MAX_VALUE)))
                .hasSizeBetween(500, 510);
        assertThatIllegalArgumentException().isThrownBy(() -> crowd.flash("NOSUCH", 1, NOW));
    }

    @Test
    void refusesWhatCannotBe() {
        SyntheticMarket market = SyntheticMarket.seeded(1);

        assertThatIllegalArgumentException().isThrownBy(() -> market.ordersPerSecond(10_001));
        assertThatIllegalArgumentException().isThrownBy(() -> market.tradesPerSecond(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> market.levels(0));
        Crowd crowd = new Crowd(engine(1, 0, EngineListener.NONE), market.symbols("NOSUCH"));
        assertThatIllegalArgumentException().isThrownBy(() -> crowd.open(NOW));
    }
}
