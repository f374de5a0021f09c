/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static io.github.binancereactive.ws.stream.Events.trade;
import static io.github.binancereactive.ws.stream.Events.tradesBetween;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.model.stream.RawStreamEvent;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.testsupport.Incidents;
import io.github.binancereactive.testsupport.Incidents.Kind;
import io.github.binancereactive.ws.stream.StreamSignal.Event;
import io.github.binancereactive.ws.stream.StreamSignal.Gap;
import io.github.binancereactive.ws.stream.StreamSignal.Lost;
import io.github.binancereactive.ws.stream.StreamSignal.Subscribed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.util.context.Context;

/** Who shares a stream, for how long it lives, and what its subscribers are told. */
class StreamHubTest extends StreamTestCase {

    @Test
    void nothingIsSubscribedToWithoutSubscriber() {
        trades().withOverflow(Overflow.latest()).signals();
        assertThat(supply.opened()).isZero();
    }

    @Test
    void allSubscribersShareOneLine() {
        Taker<TradeEvent> one = Taker.unbounded(trades());
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 1);
        Taker<TradeEvent> two = Taker.unbounded(hubs.flux(MarketStream.trades("btcusdt")));
        bring(feed, 2, 2);
        assertThat(supply.opened()).isEqualTo(1);
        assertThat(one.values()).isEqualTo(tradesBetween(1, 2));
        assertThat(two.values()).isEqualTo(tradesBetween(2, 2));
    }

    @Test
    void otherStreamsAndOtherEventsOfTheSameNameHaveTheirOwn() {
        Taker.unbounded(trades());
        Taker.unbounded(hubs.flux(MarketStream.trades("ETHUSDT")));
        Taker<RawStreamEvent> raw = Taker.unbounded(hubs.flux(MarketStream.raw("btcusdt@trade")));
        assertThat(supply.opened()).isEqualTo(3);
        RawStreamEvent event = new RawStreamEvent("btcusdt@trade", "{}");
        supply.<RawStreamEvent>line().subscribe(1).onEvent(event);
        assertThat(raw.values()).containsExactly(event);
    }

    @Test
    void theLastOneThatLeavesClosesTheLineAfterAWhile() {
        Taker<TradeEvent> one = Taker.unbounded(trades());
        Taker<TradeEvent> two = Taker.unbounded(trades());
        one.cancel();
        passSeconds(60);
        assertThat(line().closed).isFalse();
        two.cancel();
        two.cancel();
        pass(Duration.ofMillis(1999));
        assertThat(line().closed).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(line().closed).isTrue();
        assertThat(hubs.shared()).isZero();
    }

    @Test
    void whoComesInTimeKeepsTheLine() {
        Taker<TradeEvent> one = Taker.unbounded(trades());
        Feed<TradeEvent> feed = line().subscribe(1);
        one.cancel();
        passSeconds(1);
        Taker<TradeEvent> two = Taker.unbounded(trades());
        passSeconds(60);
        bring(feed, 1, 1);
        assertThat(two.values()).containsExactly(trade(1));
        assertThat(one.values()).isEmpty();
        assertThat(supply.opened()).isEqualTo(1);
        assertThat(line().closed).isFalse();
    }

    @Test
    void whoComesTooLateOpensAnother() {
        Taker.unbounded(trades()).cancel();
        passSeconds(2);
        Taker.unbounded(trades());
        assertThat(supply.opened()).isEqualTo(2);
        assertThat(supply.open()).isEqualTo(1);
    }

    @Test
    void withoutGraceTheLineIsClosedAtOnce() {
        hubs = StreamHubs.of(supply, StreamHubs.Settings.defaults().withUnsubscribeGrace(Duration.ZERO));
        Taker.unbounded(trades()).cancel();
        assertThat(line().closed).isTrue();
    }

    @Test
    void aSubscriberThatCancelsAtOnceOpensNothing() {
        trades().subscribe(new Taker<>() {
            @Override
            public void onSubscribe(org.reactivestreams.Subscription given) {
                given.cancel();
            }
        });
        assertThat(supply.opened()).isZero();
        assertThat(hubs.shared()).isZero();
    }

    @Test
    void aRefusalReachesEverySubscriberAndTheNextOneTriesAgain() {
        Taker<TradeEvent> one = Taker.unbounded(trades());
        Taker<TradeEvent> two = Taker.asking(0, trades());
        line().sink.onRefused(new RejectedException("SUBSCRIBE", 400, 2, "Invalid request"));
        assertThat(one.error()).isExactlyInstanceOf(RejectedException.class).hasMessageContaining("Invalid request");
        assertThat(two.error()).isExactlyInstanceOf(RejectedException.class).isNotSameAs(one.error());
        assertThat(hubs.shared()).isZero();
        Taker<TradeEvent> three = Taker.unbounded(trades());
        line().subscribe(1).onEvent(trade(1));
        assertThat(three.values()).containsExactly(trade(1));
        assertThat(supply.opened()).isEqualTo(2);
    }

    @Test
    void aRetrySubscribesAnew() {
        Taker<TradeEvent> taker = Taker.unbounded(trades().retry(1));
        line().sink.onRefused(new RejectedException("SUBSCRIBE", 400, 2, "Invalid request"));
        line().subscribe(1).onEvent(trade(1));
        assertThat(taker.values()).containsExactly(trade(1));
        assertThat(supply.opened()).isEqualTo(2);
    }

    @Test
    void theEndOfTheClientReachesEverySubscriberBehindWhatWaitsForIt() {
        Taker<TradeEvent> slow = Taker.asking(0, trades());
        line().subscribe(1).onEvent(trade(1));
        IllegalStateException cause = new IllegalStateException("over");
        line().sink.onEnd(cause);
        assertThat(slow.error()).isNull();
        slow.request(1);
        assertThat(slow.values()).containsExactly(trade(1));
        assertThat(slow.error())
                .isExactlyInstanceOf(ClientClosedException.class)
                .hasCause(cause);
        assertThat(line().closed).isFalse();
    }

    @Test
    void whatComesAfterTheEndIsIgnored() {
        Taker<TradeEvent> taker = Taker.unbounded(trades());
        FakeSupply.Line<TradeEvent> line = line();
        Feed<TradeEvent> feed = line.subscribe(1);
        line.sink.onEnd(null);
        feed.onEvent(trade(1));
        feed.onSubscribed();
        feed.onClosed(false, "reset");
        line.connect(2).onEvent(trade(2));
        line.sink.onRefused(new IllegalStateException());
        assertThat(taker.values()).isEmpty();
        assertThat(taker.error()).isExactlyInstanceOf(ClientClosedException.class);
    }

    @Test
    void aSupplyThatThrowsEndsTheSubscription() {
        RuntimeException thrown = new IllegalStateException("no more");
        StreamSupply broken = new StreamSupply() {
            @Override
            public <T> StreamLine open(StreamSink<T> sink, boolean exclusive) {
                throw thrown;
            }

            @Override
            public reactor.core.scheduler.Scheduler scheduler() {
                return supply.scheduler();
            }

            @Override
            public java.time.Instant now() {
                return supply.now();
            }
        };
        Taker<TradeEvent> taker = Taker.unbounded(
                StreamHubs.of(broken, StreamHubs.Settings.defaults()).flux(TRADES));
        assertThat(taker.error())
                .isExactlyInstanceOf(ClientClosedException.class)
                .hasCause(thrown);
    }

    @Test
    void signalsTellAllThatHappens() {
        Taker<StreamSignal<TradeEvent>> taker = Taker.unbounded(trades().signals());
        Feed<TradeEvent> feed = line().subscribe(1);
        feed.onEvent(trade(1));
        passSeconds(1);
        feed.onClosed(false, "reset");
        passSeconds(1);
        Feed<TradeEvent> next = line().subscribe(2);
        next.onEvent(trade(4));
        assertThat(taker.values())
                .containsExactly(
                        new Subscribed<>(START, false),
                        new Event<>(trade(1)),
                        new Lost<>(START.plusSeconds(1), "reset"),
                        new Subscribed<>(START.plusSeconds(2), true),
                        new Gap<>("btcusdt@trade", START.plusSeconds(1), START.plusSeconds(2), 1L, 4L, "reset"),
                        new Event<>(trade(4)));
    }

    @Test
    void aJumpOfNumbersIsAGapSinceTheEventBefore() {
        Taker<StreamSignal<TradeEvent>> taker = Taker.unbounded(trades().signals());
        Feed<TradeEvent> feed = line().subscribe(1);
        passSeconds(1);
        feed.onEvent(trade(1));
        passSeconds(2);
        feed.onEvent(trade(3));
        Gap<TradeEvent> gap =
                new Gap<>("btcusdt@trade", START.plusSeconds(1), START.plusSeconds(3), 1L, 3L, "numbers are missing");
        assertThat(taker.values()).contains(gap);
        assertThat(gap.missing()).isEqualTo(1);
    }

    @Test
    void whoComesLaterIsToldThatTheStreamIsSubscribedTo() {
        Taker.unbounded(trades());
        Taker<StreamSignal<TradeEvent>> early = Taker.unbounded(trades().signals());
        line().subscribe(1);
        Taker<StreamSignal<TradeEvent>> late = Taker.unbounded(trades().signals());
        assertThat(early.values()).containsExactly(new Subscribed<>(START, false));
        assertThat(late.values()).containsExactly(new Subscribed<>(START, false));
    }

    @Test
    void aRotationShowsOnlyInTheSignals() {
        Taker<TradeEvent> events = Taker.unbounded(trades());
        Feed<TradeEvent> old = line().subscribe(1);
        bring(old, 1, 5);
        Feed<TradeEvent> young = line().subscribe(2);
        bring(young, 4, 8);
        assertThat(line().released).containsExactly(1L);
        bring(old, 6, 7);
        old.onClosed(true, "rotated");
        bring(young, 9, 9);
        assertThat(events.values()).isEqualTo(tradesBetween(1, 9));
        assertThat(hubs.duplicates()).isEqualTo(2);
    }

    @Test
    void aSubscriberThatThrowsIsCancelledAndNobodyElseNotices() {
        Taker<TradeEvent> before = Taker.unbounded(trades());
        Taker<TradeEvent> bad = Taker.unbounded(trades());
        Taker<TradeEvent> after = Taker.unbounded(trades());
        bad.doing(event -> {
            throw new IllegalStateException("thrown by onNext");
        });
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 3);
        assertThat(before.values()).isEqualTo(tradesBetween(1, 3));
        assertThat(after.values()).isEqualTo(tradesBetween(1, 3));
        assertThat(bad.values()).containsExactly(trade(1));
        assertThat(Incidents.take(Kind.DROPPED_ERROR)).hasSize(1);
        before.cancel();
        after.cancel();
        passSeconds(2);
        assertThat(line().closed).isTrue();
    }

    @Test
    void oneMayCancelSubscribeAndSubscribeElsewhereFromWithinAnEvent() {
        List<Taker<TradeEvent>> others = new ArrayList<>();
        Taker<TradeEvent> taker = Taker.unbounded(trades());
        taker.doing(event -> {
            others.add(Taker.unbounded(trades()));
            others.add(Taker.unbounded(hubs.flux(MarketStream.trades("ETHUSDT"))));
            taker.cancel();
        });
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 2);
        assertThat(taker.values()).containsExactly(trade(1));
        assertThat(others.get(0).values()).containsExactly(trade(2));
        assertThat(supply.opened()).isEqualTo(2);
    }

    @Test
    void eachPausingSubscriberHasALineOfItsOwn() {
        Overflow policy = Overflow.pause(Duration.ofSeconds(5), new Overflow.Buffer(8, Overflow.WhenFull.DROP_OLDEST));
        Taker.unbounded(trades());
        Taker<TradeEvent> one = Taker.unbounded(trades().withOverflow(policy));
        Taker.unbounded(trades().withOverflow(policy));
        assertThat(supply.opened()).isEqualTo(3);
        assertThat(supply.line(0).exclusive).isFalse();
        assertThat(supply.line(1).exclusive).isTrue();
        assertThat(supply.line(2).exclusive).isTrue();
        one.cancel();
        assertThat(supply.line(1).closed).isTrue();
        assertThat(supply.line(2).closed).isFalse();
    }

    @Test
    void theFluxSaysWhatItIs() {
        assertThat(trades().stream()).isEqualTo(TRADES);
        assertThat(trades()).hasToString("StreamFlux[btcusdt@trade]");
        assertThat(Objects.toString(trades().signals())).isEqualTo("StreamSignals[btcusdt@trade]");
    }

    @Test
    void aHookThatThrowsDisturbsNobodyElse() {
        Consumer<Throwable> throwing = dropped -> {
            throw new IllegalStateException("thrown by the hook", dropped);
        };
        Taker<TradeEvent> bad = new Taker<TradeEvent>(Context.of("reactor.onErrorDropped.local", throwing))
                .doing(event -> {
                    throw new IllegalStateException("thrown by onNext");
                });
        trades().subscribe(bad);
        bad.request(10);
        Taker<TradeEvent> good = Taker.unbounded(trades());
        bring(line().subscribe(1), 1, 2);
        assertThat(bad.values()).hasSize(1);
        assertThat(good.values()).isEqualTo(tradesBetween(1, 2));
    }

    /** Two lines of one name would need two connections. */
    @Test
    void whoComesWhileALineIsClosedOpensAnotherAfterwards() {
        Taker<TradeEvent> first = Taker.unbounded(trades());
        FakeSupply.Line<TradeEvent> line = line();
        List<Integer> openedBefore = new ArrayList<>();
        line.onClose = () -> {
            Taker.unbounded(trades());
            openedBefore.add(supply.opened());
        };
        first.cancel();
        passSeconds(3);
        assertThat(openedBefore).containsExactly(1);
        assertThat(supply.opened()).isEqualTo(2);
        assertThat(line.closed).isTrue();
        assertThat(line().closed).isFalse();
    }
}
