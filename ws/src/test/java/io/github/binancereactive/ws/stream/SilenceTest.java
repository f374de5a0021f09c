/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.model.stream.AveragePriceEvent;
import io.github.binancereactive.core.model.stream.BookTickerEvent;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.ws.stream.StreamSignal.Gap;
import io.github.binancereactive.ws.stream.StreamSignal.Stale;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Streams that should speak and don't. */
class SilenceTest extends StreamTestCase {

    private StreamFlux<AveragePriceEvent> averages() {
        return hubs.flux(MarketStream.averagePrice("BTCUSDT"));
    }

    @Test
    void aStreamThatAlwaysSpeaksIsStaleAfterTenSeconds() {
        Taker<StreamSignal<AveragePriceEvent>> taker =
                Taker.unbounded(averages().signals());
        FakeSupply.Line<AveragePriceEvent> line = supply.line();
        Feed<AveragePriceEvent> feed = line.subscribe(1);
        for (int i = 1; i <= 60; i++) {
            passSeconds(1);
            feed.onEvent(Events.average(i));
        }
        assertThat(line.renewals).isZero();
        passSeconds(9);
        assertThat(line.renewals).isZero();
        passSeconds(2);
        assertThat(line.renewals).isEqualTo(1);
        assertThat(taker.values())
                .filteredOn(Stale.class::isInstance)
                .singleElement()
                .satisfies(signal -> {
                    Stale<AveragePriceEvent> stale = (Stale<AveragePriceEvent>) signal;
                    assertThat(stale.silence()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
                });
        passSeconds(11);
        assertThat(line.renewals).isEqualTo(2);
    }

    @Test
    void whatASilenceMayHaveSwallowedIsAGap() {
        Taker<StreamSignal<AveragePriceEvent>> taker =
                Taker.unbounded(averages().signals());
        Feed<AveragePriceEvent> feed = supply.<AveragePriceEvent>line().subscribe(1);
        feed.onEvent(Events.average(1));
        passSeconds(11);
        assertThat(taker.values()).noneMatch(Gap.class::isInstance);
        feed.onSubscribed();
        assertThat(taker.values())
                .filteredOn(Gap.class::isInstance)
                .singleElement()
                .satisfies(signal -> {
                    Gap<AveragePriceEvent> gap = (Gap<AveragePriceEvent>) signal;
                    assertThat(Duration.between(gap.from(), gap.to()))
                            .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
                    assertThat(gap.reason()).isEqualTo("silence");
                });
    }

    /** When that was is known only to half a second: not later, in any case, than when it was. */
    @Test
    void suchAGapBeginsNoLaterThanTheLastEvent() {
        Taker<StreamSignal<AveragePriceEvent>> taker =
                Taker.unbounded(averages().signals());
        Feed<AveragePriceEvent> feed = supply.<AveragePriceEvent>line().subscribe(1);
        for (int i = 1; i <= 4; i++) {
            pass(Duration.ofMillis(700));
            feed.onEvent(Events.average(i));
        }
        Instant last = supply.now();
        passSeconds(11);
        feed.onSubscribed();
        assertThat(taker.values())
                .filteredOn(Gap.class::isInstance)
                .singleElement()
                .satisfies(signal ->
                        assertThat(((Gap<AveragePriceEvent>) signal).from()).isBetween(last.minusMillis(500), last));
    }

    @Test
    void numbersThatGoOnAfterASilenceAreNoGap() {
        Taker<StreamSignal<TradeEvent>> taker =
                Taker.unbounded(trades().withStaleAfter(Duration.ofSeconds(5)).signals());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 1);
        passSeconds(6);
        feed.onSubscribed();
        bring(feed, 2, 2);
        assertThat(taker.values()).anyMatch(Stale.class::isInstance).noneMatch(Gap.class::isInstance);
    }

    @Test
    void repetitionsAreNoSilence() {
        Taker.unbounded(averages());
        FakeSupply.Line<AveragePriceEvent> line = supply.line();
        Feed<AveragePriceEvent> feed = line.subscribe(1);
        feed.onEvent(Events.average(5));
        for (int i = 0; i < 20; i++) {
            passSeconds(1);
            feed.onEvent(Events.average(4));
        }
        assertThat(line.renewals).isZero();
    }

    @Test
    void aStreamThatMayBeSilentNeverIsStaleByItself() {
        Taker.unbounded(trades());
        line().subscribe(1);
        passSeconds(100_000);
        assertThat(line().renewals).isZero();
    }

    @Test
    void theShortestOfThoseWhoShareCounts() {
        Taker<TradeEvent> never = Taker.unbounded(trades());
        Taker<TradeEvent> minute = Taker.unbounded(trades().withStaleAfter(Duration.ofMinutes(1)));
        Taker<TradeEvent> seconds = Taker.unbounded(trades().withStaleAfter(Duration.ofSeconds(5)));
        line().subscribe(1);
        passSeconds(6);
        assertThat(line().renewals).isEqualTo(1);
        seconds.cancel();
        passSeconds(50);
        assertThat(line().renewals).isEqualTo(1);
        passSeconds(12);
        assertThat(line().renewals).isEqualTo(2);
        minute.cancel();
        passSeconds(1000);
        assertThat(line().renewals).isEqualTo(2);
        assertThat(never.error()).isNull();
    }

    @Test
    void itCountsFromWhenSomebodyMindsIt() {
        Taker<BookTickerEvent> patient = Taker.unbounded(hubs.flux(MarketStream.bookTicker("BTCUSDT")));
        Feed<BookTickerEvent> feed = supply.<BookTickerEvent>line().subscribe(1);
        feed.onEvent(Events.bookTicker(1));
        passSeconds(3600);
        Instant joined = supply.now();
        Taker<StreamSignal<BookTickerEvent>> taker = Taker.unbounded(hubs.flux(MarketStream.bookTicker("BTCUSDT"))
                .withStaleAfter(Duration.ofSeconds(5))
                .signals());
        passSeconds(7);
        feed.onSubscribed();
        assertThat(taker.values())
                .filteredOn(Gap.class::isInstance)
                .singleElement()
                .satisfies(signal ->
                        assertThat(((Gap<BookTickerEvent>) signal).from()).isAfterOrEqualTo(joined));
        assertThat(patient.count()).isEqualTo(1);
    }

    @Test
    void itCountsOnlyWhileTheStreamIsSubscribedTo() {
        Taker.unbounded(averages());
        FakeSupply.Line<AveragePriceEvent> line = supply.line();
        Feed<AveragePriceEvent> feed = line.connect(1);
        passSeconds(60);
        assertThat(line.renewals).isZero();
        feed.onSubscribed();
        passSeconds(9);
        feed.onClosed(false, "reset");
        passSeconds(60);
        assertThat(line.renewals).isZero();
        line.subscribe(2);
        passSeconds(9);
        assertThat(line.renewals).isZero();
        passSeconds(2);
        assertThat(line.renewals).isEqualTo(1);
    }

    @Test
    void zeroIsNever() {
        Taker.unbounded(averages().withStaleAfter(Duration.ZERO));
        supply.<AveragePriceEvent>line().subscribe(1);
        passSeconds(1000);
        assertThat(supply.<AveragePriceEvent>line().renewals).isZero();
        assertThatThrownBy(() -> averages().withStaleAfter(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsLookedAtOnceNobodyIsThere() {
        Taker<AveragePriceEvent> taker = Taker.unbounded(averages());
        supply.<AveragePriceEvent>line().subscribe(1);
        taker.cancel();
        passSeconds(3);
        assertThat(supply.time.getScheduledTaskCount()).isGreaterThan(0);
        long before = supply.time.getScheduledTaskCount();
        passSeconds(1000);
        assertThat(supply.time.getScheduledTaskCount()).isEqualTo(before);
        Taker.unbounded(averages());
        supply.<AveragePriceEvent>line().subscribe(1);
        passSeconds(11);
        assertThat(supply.<AveragePriceEvent>line().renewals).isEqualTo(1);
    }
}
