/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static io.github.binancereactive.ws.stream.Events.trade;
import static io.github.binancereactive.ws.stream.Events.tradesBetween;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.market.Trade;
import io.github.binancereactive.core.model.stream.AggTradeEvent;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.ws.stream.StreamSignal.Filled;
import io.github.binancereactive.ws.stream.StreamSignal.Gap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Gaps that are filled from the request API. */
class BackfillTest extends StreamTestCase {

    private final FakeApi api = new FakeApi();

    private StreamFlux<TradeEvent> filled() {
        return trades().withBackfill(api);
    }

    private static Gap<TradeEvent> gap(long lastId, long nextId, String reason) {
        return new Gap<>("btcusdt@trade", START, START, lastId, nextId, reason);
    }

    private static TransientException passing() {
        return new TransientException("trades.historical", "try later", null, null);
    }

    @Test
    void whatIsMissingComesBeforeWhatComesNext() {
        api.answers(FakeApi.trades(3, 5));
        Taker<StreamSignal<TradeEvent>> taker = Taker.unbounded(filled().signals());
        Taker<TradeEvent> plain = Taker.unbounded(trades());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 2);
        feed.onClosed(false, "reset");
        bring(line().subscribe(2), 6, 8);
        List<Object> expected = new ArrayList<>(tradesBetween(1, 5));
        expected.add(new Filled<>(gap(2, 6, "reset"), 3));
        expected.addAll(tradesBetween(6, 8));
        assertThat(plain(taker)).isEqualTo(expected);
        assertThat(plain.values()).hasSize(5);
        assertThat(api.asked).containsExactly("trades.historical?symbol=BTCUSDT&fromId=3&limit=1000");
        assertThat(supply.opened()).isEqualTo(1);
    }

    @Test
    void aLargeGapIsFilledPageByPage() {
        api.answers(FakeApi.trades(2, 1001)).answers(FakeApi.trades(1002, 2001)).answers(FakeApi.trades(2002, 3001));
        Taker<TradeEvent> taker = Taker.unbounded(filled());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 1);
        bring(feed, 2500, 2501);
        assertThat(taker.values()).isEqualTo(tradesBetween(1, 2501));
        assertThat(api.asked).hasSize(3).last().asString().contains("fromId=2002");
    }

    @Test
    void whatComesMeanwhileIsHeldBack() {
        Sinks.One<List<Trade>> answer = Sinks.one();
        api.answers(answer.asMono());
        Taker<TradeEvent> taker = Taker.unbounded(filled());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 1);
        bring(feed, 5, 100);
        assertThat(taker.values()).containsExactly(trade(1));
        answer.tryEmitValue(FakeApi.trades(2, 4)).orThrow();
        assertThat(taker.values()).isEqualTo(tradesBetween(1, 100));
        bring(feed, 101, 101);
        assertThat(taker.values()).isEqualTo(tradesBetween(1, 101));
    }

    @Test
    void aGapWithinWhatIsHeldBackIsFilledToo() {
        Sinks.One<List<Trade>> answer = Sinks.one();
        api.answers(answer.asMono()).answers(FakeApi.trades(7, 9));
        Taker<TradeEvent> taker = Taker.unbounded(filled());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 1);
        bring(feed, 4, 6);
        feed.onClosed(false, "reset");
        bring(line().subscribe(2), 10, 12);
        answer.tryEmitValue(FakeApi.trades(2, 3)).orThrow();
        assertThat(taker.values()).isEqualTo(tradesBetween(1, 12));
        assertThat(api.asked).hasSize(2);
    }

    @Test
    void failuresThatPassAreTriedAgain() {
        api.fails(passing()).fails(passing()).answers(FakeApi.trades(2, 3));
        Taker<TradeEvent> taker = Taker.unbounded(filled());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 1);
        bring(feed, 4, 4);
        assertThat(api.asked).hasSize(1);
        pass(Duration.ofMillis(250));
        assertThat(api.asked).hasSize(2);
        pass(Duration.ofMillis(500));
        assertThat(taker.values()).isEqualTo(tradesBetween(1, 4));
    }

    @Test
    void theTimeThatTheExchangeNamesIsWaitedFor() {
        api.fails(new TransientException("trades.historical", "limit", START.plusSeconds(90), null))
                .answers(FakeApi.trades(2, 3));
        Taker<TradeEvent> taker = Taker.unbounded(filled());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 1);
        bring(feed, 4, 4);
        pass(Duration.ofSeconds(90).minusMillis(1));
        assertThat(api.asked).hasSize(1);
        pass(Duration.ofMillis(1));
        assertThat(taker.values()).isEqualTo(tradesBetween(1, 4));
    }

    @Test
    void whatTheExchangesDatabaseDoesNotHaveYetIsAskedForAgain() {
        api.answers(FakeApi.trades(2, 3)).answers(List.of()).answers(FakeApi.trades(4, 9));
        Taker<TradeEvent> taker = Taker.unbounded(filled());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 1);
        bring(feed, 6, 6);
        pass(Duration.ofMillis(250));
        assertThat(taker.values()).isEqualTo(tradesBetween(1, 6));
        assertThat(api.asked).hasSize(3);
    }

    @Test
    void whatCannotBeFetchedIsAGap() {
        api.answers(FakeApi.trades(2, 3));
        for (int i = 0; i < Filling.MOST_ATTEMPTS; i++) {
            api.fails(passing());
        }
        Taker<StreamSignal<TradeEvent>> taker = Taker.unbounded(filled().signals());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 1);
        bring(feed, 6, 7);
        passSeconds(60);
        assertThat(api.asked).hasSize(1 + Filling.MOST_ATTEMPTS);
        assertThat(plain(taker))
                .hasSize(6)
                .startsWith(trade(1), trade(2), trade(3))
                .endsWith(trade(6), trade(7));
        assertThat(plain(taker).get(3)).isInstanceOfSatisfying(Gap.class, rest -> {
            assertThat(rest.lastId()).isEqualTo(3L);
            assertThat(rest.nextId()).isEqualTo(6L);
            assertThat(rest.reason())
                    .startsWith("numbers are missing; not filled: ")
                    .contains("try later");
        });
    }

    @Test
    void aRefusalIsNotTriedAgain() {
        api.fails(new RejectedException("trades.historical", 400, -1121, "Invalid symbol."));
        Taker<StreamSignal<TradeEvent>> taker = Taker.unbounded(filled().signals());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 1);
        bring(feed, 4, 4);
        passSeconds(60);
        assertThat(api.asked).hasSize(1);
        assertThat(plain(taker)).hasSize(3);
        assertThat(plain(taker).get(1)).isInstanceOf(Gap.class);
        assertThat(taker.error()).isNull();
    }

    @Test
    void tooManyEventsMeanwhileEndTheFilling() {
        hubs = StreamHubs.of(supply, StreamHubs.Settings.defaults().withHeldAtBackfill(10));
        Taker<StreamSignal<TradeEvent>> taker = Taker.unbounded(filled().signals());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 1);
        bring(feed, 4, 13);
        assertThat(plain(taker)).hasSize(1);
        bring(feed, 14, 14);
        assertThat(plain(taker)).hasSize(13).endsWith(trade(13), trade(14));
        assertThat(plain(taker).get(1))
                .isInstanceOfSatisfying(
                        Gap.class, rest -> assertThat(rest.reason()).contains("more than 10 events"));
    }

    @Test
    void subscribersWithTheSameApiShareWhatIsFetched() {
        api.answers(FakeApi.trades(2, 3));
        FakeApi another = new FakeApi().answers(FakeApi.trades(2, 3));
        Taker<TradeEvent> one = Taker.unbounded(filled());
        Taker<TradeEvent> two = Taker.unbounded(filled());
        Taker<TradeEvent> other = Taker.unbounded(trades().withBackfill(another));
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 1);
        bring(feed, 4, 4);
        assertThat(List.of(one.values(), two.values(), other.values())).containsOnly(tradesBetween(1, 4));
        assertThat(api.asked).hasSize(1);
        assertThat(another.asked).hasSize(1);
    }

    @Test
    void whoLeavesMeanwhileStopsTheFetching() {
        Sinks.One<List<Trade>> answer = Sinks.one();
        api.answers(answer.asMono());
        Taker<TradeEvent> taker = Taker.unbounded(filled());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 1);
        bring(feed, 4, 4);
        assertThat(answer.currentSubscriberCount()).isEqualTo(1);
        taker.cancel();
        assertThat(answer.currentSubscriberCount()).isZero();
    }

    @Test
    void numbersThatTheExchangeNeverGaveAreNotMissing() {
        List<Trade> holey = new ArrayList<>(FakeApi.trades(2, 2));
        holey.addAll(FakeApi.trades(5, 6));
        api.answers(holey);
        Taker<TradeEvent> taker = Taker.unbounded(filled());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 1);
        bring(feed, 5, 5);
        assertThat(taker.values()).containsExactly(trade(1), trade(2), trade(5));
    }

    @Test
    void aGapWithoutNumbersIsToldAsItIs() {
        Taker<StreamSignal<TradeEvent>> taker = Taker.unbounded(filled().signals());
        line().subscribe(1).onClosed(false, "reset");
        bring(line().subscribe(2), 9, 9);
        assertThat(plain(taker))
                .containsExactly(new Gap<TradeEvent>("btcusdt@trade", START, START, null, 9L, "reset"), trade(9));
        assertThat(api.asked).isEmpty();
    }

    @Test
    void aStreamThatIsBackNeedNotSpeakBeforeItsGapIsFilled() {
        api.answers(FakeApi.trades(3, 1002)).answers(FakeApi.trades(1003, 1005));
        Taker<TradeEvent> taker = Taker.unbounded(filled());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 2);
        feed.onClosed(false, "reset");
        assertThat(api.asked).isEmpty();
        Feed<TradeEvent> again = line().subscribe(2);
        assertThat(taker.values()).isEqualTo(tradesBetween(1, 1005));
        // What was fetched comes once, though the stream brings some of it, too.
        bring(again, 1004, 1010);
        assertThat(taker.values()).isEqualTo(tradesBetween(1, 1010));
        assertThat(api.asked).hasSize(2).first().asString().contains("fromId=3&");
    }

    @Test
    void whatTheExchangeGotToKnowLateIsFilledWhenTheStreamSpeaks() {
        api.answers(FakeApi.trades(3, 4)).answers(FakeApi.trades(5, 9));
        Taker<StreamSignal<TradeEvent>> taker = Taker.unbounded(filled().signals());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 2);
        feed.onClosed(false, "reset");
        bring(line().subscribe(2), 7, 8);
        List<Object> expected = new ArrayList<>(tradesBetween(1, 4));
        expected.add(new Filled<>(gap(2, 5, "reset"), 2));
        expected.addAll(tradesBetween(5, 6));
        expected.add(new Filled<>(gap(4, 7, "reset"), 2));
        expected.addAll(tradesBetween(7, 8));
        assertThat(plain(taker)).isEqualTo(expected);
    }

    @Test
    void anEventThatComesWhileWhatIsMissingIsFetchedSaysWhereItEnds() {
        Sinks.One<List<Trade>> answer = Sinks.one();
        api.answers(answer.asMono()).answers(FakeApi.trades(5, 9));
        Taker<StreamSignal<TradeEvent>> taker = Taker.unbounded(filled().signals());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 2);
        feed.onClosed(false, "reset");
        bring(line().subscribe(2), 7, 8);
        assertThat(plain(taker)).hasSize(2);
        answer.tryEmitValue(FakeApi.trades(3, 4)).orThrow();
        List<Object> expected = new ArrayList<>(tradesBetween(1, 6));
        expected.add(new Filled<>(gap(2, 7, "reset"), 4));
        expected.addAll(tradesBetween(7, 8));
        assertThat(plain(taker)).isEqualTo(expected);
        assertThat(api.asked).hasSize(2);
    }

    @Test
    void whereNumbersGoOnNothingIsWaitedFor() {
        Sinks.One<List<Trade>> answer = Sinks.one();
        api.answers(answer.asMono());
        Taker<StreamSignal<TradeEvent>> taker = Taker.unbounded(filled().signals());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 2);
        feed.onClosed(false, "reset");
        Feed<TradeEvent> again = line().subscribe(2);
        assertThat(answer.currentSubscriberCount()).isEqualTo(1);
        bring(again, 3, 4);
        assertThat(plain(taker)).isEqualTo(tradesBetween(1, 4));
        assertThat(answer.currentSubscriberCount()).isZero();
    }

    @Test
    void aQuietStreamThatIsLostTwiceIsAskedForTwice() {
        api.answers(FakeApi.trades(3, 4)).answers(FakeApi.trades(5, 6));
        Taker<TradeEvent> taker = Taker.unbounded(filled());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 2);
        feed.onClosed(false, "reset");
        line().subscribe(2).onClosed(false, "reset");
        line().subscribe(3);
        assertThat(taker.values()).isEqualTo(tradesBetween(1, 6));
    }

    @Test
    void nothingIsToldWhenNothingIsMissing() {
        api.answers(List.of());
        Taker<StreamSignal<TradeEvent>> taker = Taker.unbounded(filled().signals());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 2);
        feed.onClosed(false, "reset");
        bring(line().subscribe(2), 3, 4);
        assertThat(plain(taker)).isEqualTo(tradesBetween(1, 4));
        assertThat(api.asked).hasSize(1);
    }

    @Test
    void aConnectionThatIsReplacedCostsNoRequest() {
        Taker<TradeEvent> taker = Taker.unbounded(filled());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 2);
        Feed<TradeEvent> successor = line().subscribe(2);
        bring(successor, 2, 3);
        feed.onClosed(true, "replaced");
        assertThat(taker.values()).isEqualTo(tradesBetween(1, 3));
        assertThat(api.asked).isEmpty();
    }

    @Test
    void aStreamThatWasSilentIsAskedForToo() {
        api.answers(FakeApi.trades(3, 3));
        Taker<TradeEvent> taker = Taker.unbounded(filled().withStaleAfter(Duration.ofSeconds(5)));
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 2);
        passSeconds(7);
        assertThat(line().renewals).isEqualTo(1);
        feed.onSubscribed();
        assertThat(taker.values()).isEqualTo(tradesBetween(1, 3));
    }

    @Test
    void whoCannotBeAskedWithoutNeedIsAskedAgainWhenThereIsOne() {
        for (int i = 0; i < Filling.MOST_ATTEMPTS; i++) {
            api.fails(passing());
        }
        api.answers(FakeApi.trades(3, 4));
        Taker<StreamSignal<TradeEvent>> taker = Taker.unbounded(filled().signals());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 2);
        feed.onClosed(false, "reset");
        Feed<TradeEvent> again = line().subscribe(2);
        passSeconds(60);
        assertThat(api.asked).hasSize(Filling.MOST_ATTEMPTS);
        bring(again, 5, 5);
        assertThat(plain(taker)).hasSize(6).contains(trade(3), trade(4)).endsWith(trade(5));
        assertThat(plain(taker)).noneMatch(Gap.class::isInstance);
    }

    @Test
    void numbersThatBeginAnewAreNotTakenForFetched() {
        api.answers(FakeApi.trades(101, 105));
        Taker<StreamSignal<TradeEvent>> taker = Taker.unbounded(filled().signals());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 100, 100);
        feed.onClosed(false, "reset");
        Feed<TradeEvent> again = line().subscribe(2);
        bring(again, 1, 1);
        passSeconds(40);
        bring(again, 2, 4);
        assertThat(plain(taker)).endsWith(trade(2), trade(3), trade(4));
    }

    @Test
    void whatIsHeldBackComesBeforeTheEnd() {
        api.answers(Mono.never());
        Taker<StreamSignal<TradeEvent>> taker = Taker.unbounded(filled().signals());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 1);
        bring(feed, 4, 5);
        bring(feed, 8, 8);
        line().sink.onEnd(null);
        assertThat(plain(taker)).hasSize(6).startsWith(trade(1)).endsWith(trade(8));
        assertThat(plain(taker).subList(2, 4)).containsExactly(trade(4), trade(5));
        assertThat(plain(taker)).filteredOn(Gap.class::isInstance).hasSize(2);
        assertThat(taker.error()).isInstanceOf(ClientClosedException.class);
        assertThat(api.asked).hasSize(1);
    }

    @Test
    void aggregateTradesAreFilledByTheirOwnNumbers() {
        api.answers(FakeApi.aggTrades(2, 4));
        Taker<AggTradeEvent> taker =
                Taker.unbounded(hubs.flux(MarketStream.aggTrades("BTCUSDT")).withBackfill(api));
        Feed<AggTradeEvent> feed = supply.<AggTradeEvent>line().subscribe(1);
        feed.onEvent(Events.aggTrade(1));
        feed.onEvent(Events.aggTrade(4));
        assertThat(taker.values()).extracting(AggTradeEvent::aggTradeId).containsExactly(1L, 2L, 3L, 4L);
        assertThat(taker.values().get(1)).isEqualTo(Events.aggTrade(2));
        assertThat(api.asked).containsExactly("trades.aggregate?symbol=BTCUSDT&fromId=2&limit=1000");
    }

    @Test
    void otherStreamsCannotBeFilled() {
        for (MarketStream<?> stream : List.of(
                MarketStream.bookTicker("BTCUSDT"), MarketStream.blockTrades("BTCUSDT"), MarketStream.raw("a@b"))) {
            assertThatThrownBy(() -> hubs.flux(stream).withBackfill(api))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(stream.name());
        }
    }
}
