/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import static io.github.binancereactive.testkit.matching.Venue.ALICE;
import static io.github.binancereactive.testkit.matching.Venue.BOB;
import static io.github.binancereactive.testkit.matching.Venue.SYMBOL;
import static io.github.binancereactive.testkit.matching.Venue.buy;
import static io.github.binancereactive.testkit.matching.Venue.dec;
import static io.github.binancereactive.testkit.matching.Venue.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.market.KlineInterval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketDataTest {

    private static final long MINUTE = 60_000_000;

    /** 2023-11-14T22:15:00Z, on a quarter of an hour. */
    private static final long T0 = micros("2023-11-14T22:15:00Z");

    private final Venue venue = new Venue();
    private final MarketData data = venue.engine.marketData();

    private static long micros(String time) {
        return Instant.parse(time).toEpochMilli() * 1000;
    }

    /** Two requests, the trade at the second. */
    private void tradeAt(long micros, String qty, String price) {
        venue.now = micros - 2;
        venue.place(BOB, sell(qty, price));
        venue.place(ALICE, buy(qty, price));
    }

    /** The taker sells. */
    private void saleAt(long micros, String qty, String price) {
        venue.now = micros - 2;
        venue.place(ALICE, buy(qty, price));
        venue.place(BOB, sell(qty, price));
    }

    private List<Kline> klines(KlineInterval interval, String offset, HistoryQuery query, long now) {
        return data.klines(SYMBOL, interval, ZoneOffset.of(offset), query, now);
    }

    @Test
    void aggregateTradesJoinOneTakerAtOnePrice() {
        venue.place(BOB, sell("1", "100"));
        venue.place(BOB, sell("1", "100"));
        venue.place(BOB, sell("1", "101"));
        venue.place(BOB, sell("2", "101"));
        venue.place(ALICE, buy("4", "101"));
        venue.place(ALICE, buy("1", "101"));

        assertThat(data.trades(SYMBOL, HistoryQuery.latest(10))).hasSize(5);
        assertThat(data.aggregateTrades(SYMBOL, HistoryQuery.latest(10)))
                .extracting(trade -> trade.id() + ": " + trade.qty() + " at " + trade.price() + " "
                        + trade.firstTradeId() + "-" + trade.lastTradeId() + " " + trade.isBuyerMaker())
                .containsExactly("1: 2 at 100 1-2 false", "2: 2 at 101 3-4 false", "3: 1 at 101 5-5 false");
        assertThat(data.trades(SYMBOL, HistoryQuery.from(4, 1)))
                .extracting(MarketTrade::id)
                .containsExactly(4L);
    }

    @Test
    void klinesFollowFromTrades() {
        tradeAt(T0 + 1, "1", "100");
        tradeAt(T0 + 20, "2", "103");
        saleAt(T0 + MINUTE - 1, "1", "99");
        tradeAt(T0 + 3 * MINUTE, "1", "101");

        List<Kline> klines = klines(KlineInterval.ONE_MINUTE, "Z", HistoryQuery.latest(10), T0 + 3 * MINUTE + 5);

        assertThat(klines)
                .extracting(Kline::openTime)
                .containsExactly(T0, T0 + MINUTE, T0 + 2 * MINUTE, T0 + 3 * MINUTE);
        Kline.Bar bar = klines.get(0).bar();
        assertThat(List.of(bar.open(), bar.high(), bar.low(), bar.close()))
                .containsExactly(dec("100"), dec("103"), dec("99"), dec("99"));
        assertThat(List.of(bar.volume(), bar.quoteVolume(), bar.takerBuyVolume(), bar.takerBuyQuoteVolume()))
                .containsExactly(dec("4"), dec("405"), dec("3"), dec("306"));
        assertThat(List.of(bar.firstId(), bar.lastId(), bar.count())).containsExactly(1L, 3L, 3L);
        assertThat(klines.get(1).bar()).as("nothing traded").isEqualTo(TradeTape.flat(dec("99")));
        assertThat(klines.get(3).bar().close()).isEqualTo(dec("101"));
    }

    @Test
    void klinesComeInPages() {
        tradeAt(T0, "1", "100");
        long now = T0 + 9 * MINUTE;

        assertThat(klines(KlineInterval.ONE_MINUTE, "Z", HistoryQuery.latest(2), now))
                .extracting(Kline::openTime)
                .containsExactly(T0 + 8 * MINUTE, T0 + 9 * MINUTE);
        assertThat(klines(KlineInterval.ONE_MINUTE, "Z", new HistoryQuery(null, T0 + MINUTE + 1, null, 2), now))
                .extracting(Kline::openTime)
                .containsExactly(T0 + 2 * MINUTE, T0 + 3 * MINUTE);
        assertThat(klines(KlineInterval.ONE_MINUTE, "Z", new HistoryQuery(null, null, T0 + 4 * MINUTE, 2), now))
                .extracting(Kline::openTime)
                .containsExactly(T0 + 3 * MINUTE, T0 + 4 * MINUTE);
        assertThat(klines(KlineInterval.ONE_HOUR, "Z", HistoryQuery.latest(5), now))
                .extracting(Kline::openTime)
                .containsExactly(micros("2023-11-14T22:00:00Z"));
        assertThat(data.klines(SYMBOL, KlineInterval.ONE_DAY, ZoneOffset.UTC, HistoryQuery.from(1, 5), T0))
                .hasSize(1);
    }

    @Test
    void theAveragePriceIsThatOfFiveMinutes() {
        assertThat(data.averagePrice(SYMBOL, T0)).isEqualTo(new AveragePrice(5, dec("0"), 0));
        tradeAt(T0, "1", "100");
        tradeAt(T0 + MINUTE, "3", "104");

        assertThat(data.averagePrice(SYMBOL, T0 + 5 * MINUTE).price()).isEqualByComparingTo("103");
        assertThat(data.averagePrice(SYMBOL, T0 + 6 * MINUTE).price()).isEqualByComparingTo("104");
        assertThat(data.averagePrice(SYMBOL, T0 + 99 * MINUTE).price()).isEqualByComparingTo("104");
        assertThat(data.averagePrice(SYMBOL, T0 + 99 * MINUTE).closeTime()).isEqualTo(T0 + MINUTE);
    }

    @Test
    void theTickerLooksBackADay() {
        tradeAt(T0, "1", "90");
        tradeAt(T0 + MINUTE, "1", "100");
        tradeAt(T0 + 2 * MINUTE, "2", "112");
        venue.place(BOB, sell("7", "115"));

        TickerStatistics ticker = data.ticker24h(SYMBOL, T0 + 1441 * MINUTE);

        assertThat(ticker.openTime()).isEqualTo(T0 + MINUTE);
        assertThat(ticker.closeTime()).isEqualTo(T0 + 1441 * MINUTE);
        assertThat(ticker.prevClosePrice()).isEqualByComparingTo("90");
        assertThat(ticker.priceChange()).isEqualByComparingTo("12");
        assertThat(ticker.priceChangePercent()).isEqualTo(dec("12.000"));
        assertThat(ticker.weightedAvgPrice()).isEqualByComparingTo("108");
        assertThat(ticker.lastQty()).isEqualByComparingTo("2");
        assertThat(ticker.bar().count()).isEqualTo(2);
        assertThat(ticker.book().bid()).isNull();
        assertThat(ticker.book().ask()).isEqualTo(new PriceLevel(dec("115"), dec("7")));
    }

    @Test
    void aTickerWithoutTradesIsZero() {
        TickerStatistics ticker = data.ticker24h(SYMBOL, T0);

        assertThat(ticker.bar()).isEqualTo(TradeTape.flat(dec("0")));
        assertThat(ticker.priceChangePercent()).isEqualByComparingTo("0");
        assertThat(data.lastPrice(SYMBOL)).isNull();
        assertThat(klines(KlineInterval.ONE_MINUTE, "Z", HistoryQuery.latest(5), T0))
                .isEmpty();
    }

    @Test
    void theTradingDayIsThatOfTheTimeZone() {
        TickerStatistics utc = data.tradingDay(SYMBOL, ZoneOffset.UTC, T0);
        assertThat(utc.openTime()).isEqualTo(micros("2023-11-14T00:00:00Z"));
        assertThat(utc.closeTime()).isEqualTo(micros("2023-11-15T00:00:00Z") - 1);

        assertThat(data.tradingDay(SYMBOL, ZoneOffset.of("+05:45"), T0).openTime())
                .isEqualTo(micros("2023-11-14T18:15:00Z"));
    }

    /** The example of the documentation. */
    @Test
    void aRollingWindowOpensOnAMinute() {
        TickerStatistics ticker = data.rollingWindow(SYMBOL, Duration.ofDays(1), micros("2022-01-04T09:17:47.099Z"));

        assertThat(ticker.openTime()).isEqualTo(1_641_201_420_000_000L);
        assertThat(ticker.closeTime()).isEqualTo(1_641_287_867_099_000L);
    }

    @Test
    void theDepthIsLimitedAndNumbered() {
        venue.place(ALICE, buy("1", "90"));
        venue.place(ALICE, buy("2", "91"));
        venue.place(ALICE, sell("2", "99"));

        Depth depth = data.depth(SYMBOL, 1);

        assertThat(depth.bids()).containsExactly(new PriceLevel(dec("91"), dec("2")));
        assertThat(depth.asks()).hasSize(1);
        assertThat(depth.lastUpdateId()).isEqualTo(3);
        assertThat(venue.bookChanges).extracting(BookChange::updateId).containsExactly(1L, 2L, 3L);
        assertThat(data.bookTicker(SYMBOL).updateId()).isEqualTo(3);
    }
}
