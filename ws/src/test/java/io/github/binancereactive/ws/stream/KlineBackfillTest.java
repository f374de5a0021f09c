/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static io.github.binancereactive.ws.stream.Events.at;
import static io.github.binancereactive.ws.stream.Events.fetchedMinute;
import static io.github.binancereactive.ws.stream.Events.fetchedOpen;
import static io.github.binancereactive.ws.stream.Events.minute;
import static io.github.binancereactive.ws.stream.Events.minuteOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.market.Kline;
import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.model.stream.KlineEvent;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.ws.stream.StreamSignal.Filled;
import io.github.binancereactive.ws.stream.StreamSignal.Gap;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Gaps of kline streams: what was closed meanwhile, and how the open kline stands now. */
class KlineBackfillTest extends StreamTestCase {

    private static final MarketStream<KlineEvent> MINUTES = MarketStream.klines("BTCUSDT", KlineInterval.ONE_MINUTE);

    private final FakeApi api = new FakeApi();

    private Taker<StreamSignal<KlineEvent>> filled() {
        return Taker.unbounded(hubs.flux(MINUTES).withBackfill(api).signals());
    }

    private FakeSupply.Line<KlineEvent> klines() {
        return supply.line();
    }

    private Feed<KlineEvent> lostAfter(KlineEvent... events) {
        Feed<KlineEvent> feed = klines().subscribe(1);
        for (KlineEvent event : events) {
            feed.onEvent(event);
        }
        feed.onClosed(false, "reset");
        return klines().subscribe(2);
    }

    private static List<Kline> minutes(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(i -> fetchedMinute(i).kline())
                .toList();
    }

    private static Gap<KlineEvent> gap() {
        return new Gap<>(MINUTES.name(), START, START, null, null, "reset");
    }

    private static Filled<KlineEvent> filledWith(long events) {
        return new Filled<>(gap(), events);
    }

    private static TransientException passing() {
        return new TransientException("klines", "try later", null, null);
    }

    @Test
    void aQuietStreamNeedNotSpeakBeforeItsGapIsFilled() {
        api.answers(minutes(1, 3));
        Taker<StreamSignal<KlineEvent>> taker = filled();
        Feed<KlineEvent> feed = lostAfter(minute(1, 30, false));
        assertThat(plain(taker))
                .containsExactly(
                        minute(1, 30, false), fetchedMinute(1), fetchedMinute(2), fetchedOpen(3, 1, 0), filledWith(3));
        assertThat(api.asked).containsExactly("klines?symbol=BTCUSDT&interval=1m&startTime=60000&limit=1000");
        feed.onEvent(minute(3, 20, false));
        feed.onEvent(minute(3, 60, true));
        assertThat(plain(taker)).endsWith(filledWith(3), minute(3, 20, false), minute(3, 60, true));
        assertThat(api.asked).hasSize(1);
    }

    @Test
    void theOpenKlineIsToldWhenItHasChanged() {
        api.answers(List.of(minuteOf(1, 7)));
        Taker<StreamSignal<KlineEvent>> taker = filled();
        lostAfter(minuteOf(1, 5, 30));
        assertThat(plain(taker)).containsExactly(minuteOf(1, 5, 30), fetchedOpen(1, 7, 30), filledWith(1));
    }

    @Test
    void theOpenKlineIsNotToldWhenItIsAsItWasOrOlder() {
        api.answers(List.of(minuteOf(1, 5))).answers(List.of(minuteOf(1, 4)));
        Taker<StreamSignal<KlineEvent>> taker = filled();
        Feed<KlineEvent> feed = lostAfter(minuteOf(1, 5, 30));
        feed.onClosed(false, "reset");
        klines().subscribe(3);
        assertThat(plain(taker)).containsExactly(minuteOf(1, 5, 30), filledWith(0), filledWith(0));
        assertThat(api.asked).hasSize(2);
    }

    @Test
    void whatWasOnItsWayMeanwhileDoesNotTakeTheKlineBack() {
        api.answers(List.of(fetchedMinute(1).kline(), minuteOf(2, 9)));
        Taker<StreamSignal<KlineEvent>> taker = filled();
        Feed<KlineEvent> feed = lostAfter(minute(1, 30, false));
        feed.onEvent(minute(1, 60, true)); // told already
        feed.onEvent(minuteOf(2, 8, 2));
        feed.onEvent(minuteOf(2, 9, 4));
        feed.onEvent(minuteOf(2, 8, 6)); // whatever the exchange may mean by it
        assertThat(plain(taker))
                .containsExactly(
                        minute(1, 30, false),
                        fetchedMinute(1),
                        fetchedOpen(2, 9, 0),
                        filledWith(2),
                        minuteOf(2, 9, 4),
                        minuteOf(2, 8, 6));
    }

    @Test
    void anEventThatComesMeanwhileSaysWhereTheGapEnds() {
        Sinks.One<List<Kline>> answer = Sinks.one();
        api.answers(answer.asMono()).answers(List.of(minuteOf(2, 9), minuteOf(3, 1)));
        Taker<StreamSignal<KlineEvent>> taker = filled();
        Feed<KlineEvent> feed = lostAfter(minute(1, 30, false));
        feed.onEvent(minute(3, 2, false));
        assertThat(plain(taker)).hasSize(1);
        // The second minute was still open when this was answered.
        answer.tryEmitValue(List.of(fetchedMinute(1).kline(), minuteOf(2, 8))).orThrow();
        List<Object> told = plain(taker);
        assertThat(told).startsWith(minute(1, 30, false), fetchedMinute(1));
        assertThat(told)
                .filteredOn(KlineEvent.class::isInstance)
                .extracting(event -> (KlineEvent) event)
                .filteredOn(
                        event -> event.isClosed() && event.kline().openTime().equals(at(120)))
                .singleElement()
                .satisfies(second -> assertThat(second.kline()).isEqualTo(minuteOf(2, 9)));
        assertThat(told.get(told.size() - 2)).isInstanceOf(Filled.class);
        assertThat(told).endsWith(minute(3, 2, false));
        assertThat(api.asked).hasSize(2).last().asString().contains("startTime=120000&endTime=180000");
    }

    @Test
    void aKlineThatClosedUnseenComesBeforeTheNextEvent() {
        api.answers(List.of(minuteOf(1, 5))).answers(List.of(minuteOf(1, 6), minuteOf(2, 1)));
        Taker<StreamSignal<KlineEvent>> taker = filled();
        Feed<KlineEvent> feed = lostAfter(minuteOf(1, 5, 59));
        passSeconds(3);
        feed.onEvent(minute(2, 2, false));
        List<Object> told = plain(taker);
        assertThat(told)
                .hasSize(5)
                .startsWith(minuteOf(1, 5, 59), filledWith(0))
                .endsWith(minute(2, 2, false));
        assertThat(told.get(2)).isInstanceOfSatisfying(KlineEvent.class, first -> {
            assertThat(first.isClosed()).isTrue();
            assertThat(first.kline()).isEqualTo(minuteOf(1, 6));
        });
        assertThat(told.get(3)).isInstanceOf(Filled.class);
    }

    @Test
    void afterThatEventsGoThrough() {
        api.answers(minutes(1, 2));
        Taker<StreamSignal<KlineEvent>> taker = filled();
        Feed<KlineEvent> feed = lostAfter(minute(1, 30, false));
        feed.onEvent(minute(2, 2, false));
        feed.onEvent(minute(7, 2, false)); // that nothing was told of others is the exchange's decision
        assertThat(plain(taker)).endsWith(minute(2, 2, false), minute(7, 2, false));
        assertThat(api.asked).hasSize(1);
    }

    @Test
    void aClosedKlineNeedNotComeAgain() {
        api.answers(minutes(2, 3));
        Taker<KlineEvent> taker =
                Taker.unbounded(hubs.flux(MarketStream.klinesUtc8("BTCUSDT", KlineInterval.ONE_MINUTE))
                        .withBackfill(api));
        lostAfter(minute(1, 60, true)).onEvent(minute(3, 10, false));
        assertThat(taker.values())
                .containsExactly(minute(1, 60, true), fetchedMinute(2), fetchedOpen(3, 1, 0), minute(3, 10, false));
        assertThat(api.asked).singleElement().asString().contains("startTime=120000", "timeZone=8");
    }

    @Test
    void whatTheAnswerIsOvertakenByIsNotWaitedFor() {
        Sinks.One<List<Kline>> answer = Sinks.one();
        api.answers(answer.asMono());
        Taker<StreamSignal<KlineEvent>> taker = filled();
        lostAfter(minute(1, 10, false)).onEvent(minute(1, 20, false));
        assertThat(plain(taker)).containsExactly(minute(1, 10, false), filledWith(0), minute(1, 20, false));
        assertThat(answer.currentSubscriberCount()).isZero();
    }

    @Test
    void klinesThatTheExchangeDoesNotHaveAreNotMissing() {
        Sinks.One<List<Kline>> answer = Sinks.one();
        api.answers(answer.asMono()).answers(minutes(9, 9));
        Taker<StreamSignal<KlineEvent>> taker = filled();
        lostAfter(minute(1, 60, true)).onEvent(minute(9, 2, false));
        answer.tryEmitValue(List.of()).orThrow();
        assertThat(plain(taker)).containsExactly(minute(1, 60, true), filledWith(0), minute(9, 2, false));
        assertThat(api.asked).hasSize(2);
    }

    @Test
    void whatTheExchangesDatabaseDoesNotHaveYetIsAskedForAgain() {
        Sinks.One<List<Kline>> answer = Sinks.one();
        api.answers(answer.asMono())
                .answers(minutes(2, 3))
                .answers(minutes(3, 3))
                .answers(minutes(3, 4));
        Taker<StreamSignal<KlineEvent>> taker = filled();
        lostAfter(minute(1, 60, true)).onEvent(minute(4, 2, false));
        answer.tryEmitValue(List.of()).orThrow();
        assertThat(plain(taker)).containsExactly(minute(1, 60, true), fetchedMinute(2));
        pass(Filling.BACKOFF.before(1));
        assertThat(plain(taker))
                .containsExactly(
                        minute(1, 60, true), fetchedMinute(2), fetchedMinute(3), filledWith(2), minute(4, 2, false));
    }

    @Test
    void aLargeGapIsFilledPageByPage() {
        api.answers(minutes(2, 1001)).answers(minutes(1001, 1500));
        Taker<StreamSignal<KlineEvent>> taker = filled();
        lostAfter(minute(1, 60, true));
        List<KlineEvent> closed =
                events(taker).stream().filter(KlineEvent::isClosed).toList();
        assertThat(closed)
                .hasSize(1499)
                .startsWith(minute(1, 60, true), fetchedMinute(2))
                .endsWith(fetchedMinute(1499));
        assertThat(closed).extracting(event -> event.kline().openTime()).doesNotHaveDuplicates();
        assertThat(events(taker)).isSortedAccordingTo(MINUTES.family().order()).endsWith(fetchedOpen(1500, 1, 0));
        assertThat(api.asked).hasSize(2);
    }

    private static List<KlineEvent> events(Taker<StreamSignal<KlineEvent>> taker) {
        return plain(taker).stream()
                .filter(KlineEvent.class::isInstance)
                .map(KlineEvent.class::cast)
                .toList();
    }

    @Test
    void whatCannotBeFetchedIsAGapWithoutWaitingForAnEvent() {
        api.answers(minutes(2, 1001));
        for (int i = 0; i < Filling.MOST_ATTEMPTS; i++) {
            api.fails(passing());
        }
        Taker<StreamSignal<KlineEvent>> taker = filled();
        Feed<KlineEvent> feed = lostAfter(minute(1, 60, true));
        passSeconds(60);
        assertThat(api.asked).hasSize(1 + Filling.MOST_ATTEMPTS);
        List<Object> told = plain(taker);
        assertThat(told.get(told.size() - 1)).isInstanceOfSatisfying(Gap.class, rest -> {
            assertThat(rest.from()).isEqualTo(at(60 * 1001));
            assertThat(rest.to()).isAfterOrEqualTo(rest.from());
            assertThat(rest.reason()).startsWith("reset; not filled: ").contains("try later");
        });
        feed.onEvent(minute(1500, 1, false));
        assertThat(plain(taker)).hasSize(told.size() + 1).endsWith(minute(1500, 1, false));
        assertThat(api.asked).hasSize(1 + Filling.MOST_ATTEMPTS);
    }

    @Test
    void whatRemainsOfAGapThatTookLongToFillHasBoundsInOrder() {
        long now = START.getEpochSecond() / 60;
        api.fails(passing()).answers(minutes(now, now + 2));
        for (int i = 0; i < Filling.MOST_ATTEMPTS; i++) {
            api.fails(passing());
        }
        Taker<StreamSignal<KlineEvent>> taker = filled();
        Feed<KlineEvent> feed = lostAfter(minute(now, 1, false));
        feed.onEvent(minute(now + 9, 1, false));
        passSeconds(60);
        assertThat(plain(taker)).hasSize(5).element(3).isInstanceOfSatisfying(Gap.class, rest -> {
            assertThat(rest.from()).isEqualTo(START.plusSeconds(120));
            assertThat(rest.to()).isAfterOrEqualTo(rest.from());
        });
    }

    @Test
    void aGapBeforeAnyEventIsToldAtOnce() {
        Taker<StreamSignal<KlineEvent>> taker = filled();
        lostAfter();
        assertThat(plain(taker)).containsExactly(gap());
        assertThat(api.asked).isEmpty();
    }

    @Test
    void aStreamThatWasSilentIsAskedForToo() {
        api.answers(minutes(1, 2));
        Taker<StreamSignal<KlineEvent>> taker = Taker.unbounded(hubs.flux(MINUTES)
                .withBackfill(api)
                .withStaleAfter(Duration.ofSeconds(5))
                .signals());
        Feed<KlineEvent> feed = klines().subscribe(1);
        feed.onEvent(minute(1, 30, false));
        passSeconds(7);
        assertThat(klines().renewals).isEqualTo(1);
        feed.onSubscribed();
        assertThat(events(taker)).containsExactly(minute(1, 30, false), fetchedMinute(1), fetchedOpen(2, 1, 0));
    }

    @Test
    void whatIsNotFetchedAtTheEndIsAGap() {
        api.answers(Mono.never());
        Taker<StreamSignal<KlineEvent>> taker = filled();
        lostAfter(minute(1, 30, false));
        klines().sink.onEnd(null);
        assertThat(plain(taker)).hasSize(2);
        assertThat(plain(taker).get(1)).isInstanceOf(Gap.class);
        assertThat(taker.error()).isInstanceOf(ClientClosedException.class);
    }

    @Test
    void timesThatBeginAnewAreNotTakenForOld() {
        api.answers(minutes(101, 102));
        Taker<StreamSignal<KlineEvent>> taker = filled();
        Feed<KlineEvent> feed = lostAfter(minute(100, 60, true));
        feed.onEvent(minute(5, 1, false));
        passSeconds(40);
        feed.onEvent(minute(5, 41, false));
        feed.onEvent(minute(5, 43, false));
        assertThat(plain(taker)).endsWith(minute(5, 41, false), minute(5, 43, false));
    }

    @Test
    void aSecondLossBeforeTheNextEventIsFilledFromWhereTheFirstEnded() {
        api.answers(minutes(1, 2)).answers(List.of(minuteOf(2, 3), minuteOf(3, 1)));
        Taker<StreamSignal<KlineEvent>> taker = filled();
        lostAfter(minute(1, 30, false)).onClosed(false, "reset");
        klines().subscribe(3);
        List<KlineEvent> events = events(taker);
        assertThat(events).hasSize(5).isSortedAccordingTo(MINUTES.family().order());
        assertThat(events.get(3).kline()).isEqualTo(minuteOf(2, 3));
        assertThat(events.get(3).isClosed()).isTrue();
        assertThat(events.get(4)).isEqualTo(fetchedOpen(3, 1, 0));
        assertThat(api.asked).hasSize(2).last().asString().contains("startTime=120000");
    }
}
