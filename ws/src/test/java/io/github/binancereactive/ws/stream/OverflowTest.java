/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static io.github.binancereactive.ws.stream.Events.mini;
import static io.github.binancereactive.ws.stream.Events.trade;
import static io.github.binancereactive.ws.stream.Events.tradesBetween;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.model.stream.BookTickerEvent;
import io.github.binancereactive.core.model.stream.KlineEvent;
import io.github.binancereactive.core.model.stream.MiniTickerEvent;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.ws.stream.Overflow.WhenFull;
import io.github.binancereactive.ws.stream.StreamSignal.Dropped;
import io.github.binancereactive.ws.stream.StreamSignal.Event;
import io.github.binancereactive.ws.stream.StreamSignal.Gap;
import io.github.binancereactive.ws.stream.StreamSignal.Lost;
import io.github.binancereactive.ws.stream.StreamSignal.Subscribed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;

/** What a subscriber that is too slow gets, under each policy. */
class OverflowTest extends StreamTestCase {

    private static final int FLOOD = 200_000;

    private static Overflow buffer(int size, WhenFull whenFull) {
        return Overflow.buffer(size, whenFull);
    }

    /** 200,000 events to a subscriber without demand, and to another one that gets them all meanwhile. */
    private Taker<TradeEvent> flooded(StreamFlux<TradeEvent> flux, int expectedWaiting) {
        Taker<TradeEvent> other = Taker.unbounded(trades());
        Taker<TradeEvent> slow = Taker.asking(0, flux);
        bring(line().subscribe(1), 1, FLOOD);
        assertThat(other.count()).isEqualTo(FLOOD);
        assertThat(slow.values()).isEmpty();
        slow.request(expectedWaiting);
        assertThat(slow.count()).isEqualTo(expectedWaiting);
        slow.request(Long.MAX_VALUE);
        assertThat(slow.count()).isEqualTo(expectedWaiting);
        return slow;
    }

    @Test
    void theOldestGo() {
        List<Long> lost = new ArrayList<>();
        Taker<TradeEvent> slow =
                flooded(trades().withOverflow(buffer(100, WhenFull.DROP_OLDEST)).withDropListener(lost::add), 100);
        assertThat(slow.values()).isEqualTo(tradesBetween(FLOOD - 99, FLOOD));
        assertThat(slow.error()).isNull();
        assertThat(lost).hasSize(FLOOD - 100).startsWith(1L, 2L, 3L).endsWith(FLOOD - 100L);
    }

    @Test
    void theLatestGo() {
        List<Long> lost = new ArrayList<>();
        Taker<TradeEvent> slow =
                flooded(trades().withOverflow(buffer(100, WhenFull.DROP_LATEST)).withDropListener(lost::add), 100);
        assertThat(slow.values()).isEqualTo(tradesBetween(1, 100));
        assertThat(slow.error()).isNull();
        assertThat(lost).hasSize(FLOOD - 100).endsWith(FLOOD - 100L);
    }

    @Test
    void theSubscriptionFailsBehindWhatWaits() {
        Taker<TradeEvent> slow = flooded(trades().withOverflow(buffer(100, WhenFull.ERROR)), 100);
        assertThat(slow.values()).isEqualTo(tradesBetween(1, 100));
        assertThat(Exceptions.isOverflow(slow.error())).isTrue();
        assertThat(slow.error()).hasMessageContaining("btcusdt@trade").hasMessageContaining("100");
    }

    @Test
    void byDefaultEventsWaitInABufferThatFails() {
        Taker<TradeEvent> slow = flooded(trades(), 8192);
        assertThat(slow.values()).isEqualTo(tradesBetween(1, 8192));
        assertThat(Exceptions.isOverflow(slow.error())).isTrue();
    }

    @Test
    void theLatestOnly() {
        Taker<TradeEvent> slow = flooded(trades().withOverflow(Overflow.latest()), 1);
        assertThat(slow.values()).containsExactly(trade(FLOOD));
    }

    @Test
    void signalsStayBoundedToo() {
        Taker<StreamSignal<TradeEvent>> slow = Taker.asking(
                0, trades().withOverflow(buffer(2, WhenFull.DROP_OLDEST)).signals());
        for (int i = 1; i <= 10_000; i++) {
            Feed<TradeEvent> feed = line().subscribe(i);
            feed.onEvent(trade(2L * i));
            feed.onClosed(false, "reset " + i);
        }
        slow.request(Long.MAX_VALUE);
        assertThat(slow.values())
                .containsExactly(
                        new Dropped<>(9998, 9998),
                        new Lost<>(START, "reset 9998"),
                        new Subscribed<>(START, true),
                        new Gap<>("btcusdt@trade", START, START, 2L, 19_998L, "reset 9998"),
                        new Event<>(trade(19_998)),
                        new Lost<>(START, "reset 9999"),
                        new Subscribed<>(START, true),
                        new Gap<>("btcusdt@trade", START, START, 19_998L, 20_000L, "reset 9999"),
                        new Event<>(trade(20_000)),
                        new Lost<>(START, "reset 10000"));
    }

    @Test
    void aDropIsToldWhereItHappened() {
        Taker<StreamSignal<TradeEvent>> slow = Taker.asking(
                2, trades().withOverflow(buffer(2, WhenFull.DROP_LATEST)).signals());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 6);
        slow.request(1);
        bring(feed, 7, 7);
        slow.request(Long.MAX_VALUE);
        bring(feed, 8, 8);
        assertThat(slow.values())
                .containsExactly(
                        new Subscribed<>(START, false),
                        new Event<>(trade(1)),
                        new Event<>(trade(2)),
                        new Event<>(trade(3)),
                        new Dropped<>(3, 3),
                        new Event<>(trade(7)),
                        new Event<>(trade(8)));
    }

    @Test
    void theLatestOfEachSymbolIsKeptAndWhatHappenedIsToldBefore() {
        Taker<StreamSignal<MiniTickerEvent>> slow =
                Taker.asking(1, hubs.flux(MarketStream.miniTickers()).signals());
        Feed<MiniTickerEvent> feed = supply.<MiniTickerEvent>line().subscribe(1);
        feed.onEvent(mini("A", 1));
        feed.onEvent(mini("B", 1));
        feed.onEvent(mini("A", 2));
        feed.onEvent(mini("C", 2));
        feed.onEvent(mini("A", 3));
        slow.request(Long.MAX_VALUE);
        assertThat(slow.values())
                .containsExactly(
                        new Subscribed<>(START, false),
                        new Dropped<>(2, 2),
                        new Event<>(mini("A", 3)),
                        new Event<>(mini("B", 1)),
                        new Event<>(mini("C", 2)));
    }

    @Test
    void byDefaultStateIsConflatedAndKlinesAreNot() {
        Taker<BookTickerEvent> tickers = Taker.asking(0, hubs.flux(MarketStream.bookTicker("BTCUSDT")));
        Feed<BookTickerEvent> tickerFeed = supply.<BookTickerEvent>line().subscribe(1);
        Taker<KlineEvent> klines = Taker.asking(0, hubs.flux(MarketStream.klines("BTCUSDT", KlineInterval.ONE_MINUTE)));
        Feed<KlineEvent> klineFeed = supply.<KlineEvent>line().subscribe(1);
        for (int i = 1; i <= 10; i++) {
            tickerFeed.onEvent(Events.bookTicker(i));
            klineFeed.onEvent(Events.minute(i, 60, true));
        }
        tickers.request(Long.MAX_VALUE);
        klines.request(Long.MAX_VALUE);
        assertThat(tickers.values()).containsExactly(Events.bookTicker(10));
        assertThat(klines.values()).hasSize(10);
    }

    @Test
    void aDropListenerThatThrowsHarmsNobody() {
        Taker<TradeEvent> slow = flooded(
                trades().withOverflow(buffer(1, WhenFull.DROP_OLDEST)).withDropListener(lost -> {
                    if (lost == 1) {
                        throw new IllegalStateException("thrown by a listener");
                    }
                }),
                1);
        assertThat(slow.values()).containsExactly(trade(FLOOD));
    }

    @Test
    void whatAListenerThrowsIsLoggedOnce() {
        Logger logger = (Logger) LoggerFactory.getLogger(StreamSubscription.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            List<Long> lost = new ArrayList<>();
            Taker.asking(
                    0, trades().withOverflow(buffer(1, WhenFull.DROP_LATEST)).withDropListener(total -> {
                        lost.add(total);
                        throw new IllegalStateException("thrown by a listener");
                    }));
            bring(line().subscribe(1), 1, 100);
            assertThat(lost).hasSize(99);
            assertThat(log.list).hasSize(1);
        } finally {
            logger.detachAppender(log);
        }
    }

    @Test
    void theDropsOfAllSubscribersAreCounted() {
        Taker.asking(0, trades().withOverflow(buffer(10, WhenFull.DROP_LATEST)));
        Taker.asking(0, trades().withOverflow(buffer(20, WhenFull.DROP_OLDEST)));
        Taker.asking(0, trades().withOverflow(Overflow.latest()));
        Taker.unbounded(trades());
        bring(line().subscribe(1), 1, 100);
        assertThat(hubs.dropped()).isEqualTo(90 + 80 + 99);
    }

    @Test
    void policiesCheckWhatTheyAreGiven() {
        assertThatThrownBy(() -> buffer(0, WhenFull.ERROR)).isInstanceOf(IllegalArgumentException.class);
        Overflow.Buffer afterwards = new Overflow.Buffer(1, WhenFull.ERROR);
        for (Duration stall : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofMillis(30_001))) {
            assertThatThrownBy(() -> Overflow.pause(stall, afterwards)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whoFailedLeaves() {
        Taker<TradeEvent> slow = Taker.asking(0, trades().withOverflow(buffer(1, WhenFull.ERROR)));
        bring(line().subscribe(1), 1, 2);
        passSeconds(2);
        assertThat(line().closed).isTrue();
        slow.request(1);
        assertThat(slow.values()).containsExactly(trade(1));
        assertThat(Exceptions.isOverflow(slow.error())).isTrue();
    }
}
