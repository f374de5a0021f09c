/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.market.Kline;
import io.github.binancereactive.core.model.stream.AggTradeEvent;
import io.github.binancereactive.core.model.stream.BookTickerEvent;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import io.github.binancereactive.core.model.stream.KlineEvent;
import io.github.binancereactive.core.model.stream.MiniTickerEvent;
import io.github.binancereactive.core.model.stream.RawStreamEvent;
import io.github.binancereactive.core.model.stream.TradeEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StreamCatalogueTest {

    private static final BigDecimal ONE = BigDecimal.ONE;

    private static Instant at(long millis) {
        return Instant.ofEpochMilli(millis);
    }

    private static TradeEvent trade(long id) {
        return new TradeEvent(at(id), "X", id, ONE, ONE, at(id), true);
    }

    private static AggTradeEvent aggTrade(long id, long first, long last) {
        return new AggTradeEvent(at(id), "X", id, ONE, ONE, first, last, at(id), true);
    }

    private static DepthUpdate depth(long first, long last) {
        return new DepthUpdate(at(1), "X", first, last, List.of(), List.of());
    }

    private static MiniTickerEvent miniTicker(String symbol, long time) {
        return new MiniTickerEvent(at(time), symbol, ONE, ONE, ONE, ONE, ONE, ONE);
    }

    private static KlineEvent kline(long open, long event, boolean closed) {
        Kline kline = new Kline(at(open), ONE, ONE, ONE, ONE, ONE, at(open + 59), ONE, 1, ONE, ONE);
        return new KlineEvent(at(event), "X", "1m", 1, 2, closed, kline);
    }

    @Test
    void thereAreFifteenFamilies() {
        assertThat(StreamCatalogue.families())
                .hasSize(15)
                .doesNotHaveDuplicates()
                .doesNotContain(StreamCatalogue.RAW);
        assertThat(StreamCatalogue.families()).extracting(StreamFamily::pattern).doesNotHaveDuplicates();
    }

    @Test
    void eventsThatCountHaveOneFamilyEach() {
        assertThat(StreamCatalogue.families().stream()
                        .<StreamFamily<?>>map(family -> family)
                        .filter(family -> family.continuity() != null))
                .containsExactlyInAnyOrder(
                        StreamCatalogue.AGG_TRADE, StreamCatalogue.TRADE, StreamCatalogue.DIFF_DEPTH);
    }

    @Test
    void whatCountsIsNoState() {
        assertThat(StreamCatalogue.families())
                .allSatisfy(family -> assertThat(family.isState() && family.continuity() != null)
                        .as("%s", family)
                        .isFalse());
    }

    @Test
    void tradesCountByOne() {
        Continuity<TradeEvent> continuity = Objects.requireNonNull(StreamCatalogue.TRADE.continuity());

        assertThat(continuity.follows(trade(5), trade(6))).isTrue();
        assertThat(continuity.follows(trade(5), trade(7))).isFalse();
        assertThat(continuity.follows(trade(5), trade(5))).isTrue();
    }

    /** Not by the trades in them. */
    @Test
    void aggregateTradesCountByTheirOwnNumber() {
        Continuity<AggTradeEvent> continuity = Objects.requireNonNull(StreamCatalogue.AGG_TRADE.continuity());

        assertThat(continuity.follows(aggTrade(5, 10, 20), aggTrade(6, 25, 30))).isTrue();
        assertThat(continuity.follows(aggTrade(5, 10, 20), aggTrade(7, 21, 30))).isFalse();
    }

    @Test
    void depthCountsFromTheLastUpdateToTheNextFirst() {
        Continuity<DepthUpdate> continuity = Objects.requireNonNull(StreamCatalogue.DIFF_DEPTH.continuity());

        assertThat(continuity.follows(depth(157, 160), depth(161, 170))).isTrue();
        assertThat(continuity.follows(depth(157, 160), depth(159, 170))).isTrue(); // overlaps
        assertThat(continuity.follows(depth(157, 160), depth(162, 170))).isFalse();
        assertThat(continuity.first().applyAsLong(depth(157, 160))).isEqualTo(157);
        assertThat(continuity.last().applyAsLong(depth(157, 160))).isEqualTo(160);
    }

    @Test
    void repetitionsAreEqualInOrderAndLaterEventsAreMore() {
        assertThat(StreamCatalogue.TRADE.order().compare(trade(5), trade(6))).isNegative();
        assertThat(StreamCatalogue.TRADE.order().compare(trade(5), trade(5))).isZero();
        assertThat(StreamCatalogue.DIFF_DEPTH.order().compare(depth(1, 5), depth(3, 5)))
                .isZero();
        assertThat(StreamCatalogue.DIFF_DEPTH.order().compare(depth(1, 6), depth(3, 5)))
                .isPositive();
        BookTickerEvent ticker = new BookTickerEvent(7, "X", ONE, ONE, ONE, ONE);
        assertThat(StreamCatalogue.BOOK_TICKER.order().compare(ticker, ticker)).isZero();
    }

    @Test
    void klinesAreInOrderOfTheirBeginningThenOfTheirTime() {
        for (StreamFamily<KlineEvent> family : List.of(StreamCatalogue.KLINE, StreamCatalogue.KLINE_UTC8)) {
            Comparator<? super KlineEvent> order = family.order();
            assertThat(order.compare(kline(0, 30, false), kline(0, 40, false))).isNegative();
            assertThat(order.compare(kline(0, 60, false), kline(0, 60, true))).isNegative();
            assertThat(order.compare(kline(0, 60, true), kline(60, 60, false))).isNegative();
            assertThat(order.compare(kline(0, 60, true), kline(0, 60, true))).isZero();
        }
    }

    @Test
    void whatRawEventsAreNobodyKnows() {
        RawStreamEvent event = new RawStreamEvent("x", "{}");

        assertThat(StreamCatalogue.RAW.order().compare(event, event)).isNegative();
        assertThat(StreamCatalogue.RAW.continuity()).isNull();
        assertThat(StreamCatalogue.RAW.isState()).isFalse();
    }

    @Test
    void listsAreToldApartBySymbol() {
        StreamFamily<MiniTickerEvent> all = StreamCatalogue.ALL_MINI_TICKERS;

        assertThat(all.isList()).isTrue();
        assertThat(all.key(miniTicker("A", 1))).isEqualTo(all.key(miniTicker("A", 2)));
        assertThat(all.key(miniTicker("A", 1))).isNotEqualTo(all.key(miniTicker("B", 1)));
        assertThat(StreamCatalogue.families().stream()
                        .<StreamFamily<?>>map(family -> family)
                        .filter(StreamFamily::isList))
                .containsExactly(StreamCatalogue.ALL_MINI_TICKERS, StreamCatalogue.ALL_ROLLING_TICKERS);
    }

    @Test
    void eventsOfOneSymbolAreAboutTheSame() {
        assertThat(StreamCatalogue.TRADE.key(trade(1))).isEqualTo(StreamCatalogue.TRADE.key(trade(2)));
        assertThat(StreamCatalogue.TRADE.isList()).isFalse();
    }

    @Test
    void averagePricesComeEverySecond() {
        assertThat(StreamCatalogue.AVERAGE_PRICE.heartbeat()).isEqualTo(Duration.ofSeconds(1));
        assertThat(StreamCatalogue.TRADE.heartbeat()).isNull();
    }
}
