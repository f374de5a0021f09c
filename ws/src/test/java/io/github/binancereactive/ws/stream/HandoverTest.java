/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static io.github.binancereactive.ws.stream.Events.average;
import static io.github.binancereactive.ws.stream.Events.bookTicker;
import static io.github.binancereactive.ws.stream.Events.depth;
import static io.github.binancereactive.ws.stream.Events.mini;
import static io.github.binancereactive.ws.stream.Events.trade;
import static io.github.binancereactive.ws.stream.Events.update;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.stream.RawStreamEvent;
import io.github.binancereactive.core.stream.DepthSpeed;
import io.github.binancereactive.core.stream.MarketStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What comes of events that two connections bring. */
class HandoverTest {

    private long now = 1000;

    /** A hand-over and all that it tells. */
    private final class Scene<T> implements Handover.Target<T> {

        final Handover<T> handover;
        final List<Object> told = new ArrayList<>();
        int repetitions;

        Scene(MarketStream<T> stream, int mostHeld) {
            handover = new Handover<>(stream, mostHeld, () -> now, this);
        }

        Scene(MarketStream<T> stream) {
            this(stream, 100);
        }

        Source<T> subscribe(long connection) {
            Source<T> source = handover.open(connection);
            handover.subscribed(source);
            return source;
        }

        @SafeVarargs
        final void events(Source<T> source, T... events) {
            for (T event : events) {
                handover.event(source, event);
            }
        }

        /** What was told since the last time. */
        List<Object> told() {
            List<Object> all = List.copyOf(told);
            told.clear();
            return all;
        }

        @Override
        public void deliver(T event) {
            told.add(event);
        }

        @Override
        public void gap(long from, @Nullable Long lastId, @Nullable Long nextId, String reason) {
            told.add("gap since " + from + " " + lastId + ".." + nextId + " " + reason);
        }

        @Override
        public void lost(String reason) {
            told.add("lost " + reason);
        }

        @Override
        public void subscribed(boolean again) {
            told.add(again ? "again" : "subscribed");
        }

        @Override
        public void released(long connection) {
            told.add("released " + connection);
        }

        @Override
        public void repeated() {
            repetitions++;
        }
    }

    private final Scene<io.github.binancereactive.core.model.stream.TradeEvent> trades =
            new Scene<>(MarketStream.trades("BTCUSDT"));

    @Test
    void oneConnectionGoesThrough() {
        var only = trades.subscribe(1);
        trades.events(only, trade(1), trade(2));
        assertThat(trades.told()).containsExactly("subscribed", trade(1), trade(2));
    }

    @Test
    void eventsMayComeBeforeTheAnswer() {
        var only = trades.handover.open(1);
        trades.events(only, trade(1));
        trades.handover.subscribed(only);
        assertThat(trades.told()).containsExactly(trade(1), "subscribed");
    }

    @Test
    void aSuccessorThatIsBehindTakesOverAtOnce() {
        var old = trades.subscribe(1);
        trades.events(old, trade(1), trade(2), trade(3), trade(4));
        var young = trades.subscribe(2);
        trades.told();
        trades.events(young, trade(3));
        assertThat(trades.told()).containsExactly("released 1");
        trades.events(old, trade(5));
        assertThat(trades.told()).isEmpty();
        trades.events(young, trade(4), trade(5), trade(6));
        assertThat(trades.told()).containsExactly(trade(5), trade(6));
        assertThat(trades.repetitions).isEqualTo(2);
    }

    @Test
    void aSuccessorThatIsAheadWaitsForTheOther() {
        var old = trades.subscribe(1);
        trades.events(old, trade(1));
        var young = trades.subscribe(2);
        trades.events(young, trade(4), trade(5));
        trades.told();
        trades.events(old, trade(2));
        assertThat(trades.told()).containsExactly(trade(2));
        // One before its first one is enough: nothing lies between.
        trades.events(old, trade(3));
        assertThat(trades.told()).containsExactly(trade(3), trade(4), trade(5), "released 1");
    }

    @Test
    void aSuccessorThatGoesOnExactlyTakesOver() {
        var old = trades.subscribe(1);
        trades.events(old, trade(1));
        trades.told();
        trades.events(trades.handover.open(2), trade(2));
        assertThat(trades.told()).containsExactly(trade(2), "released 1");
    }

    @Test
    void aSuccessorThatLagsBehindTheNextOneIsPassedOver() {
        var old = trades.subscribe(1);
        trades.events(old, trade(1));
        var late = trades.subscribe(2);
        var latest = trades.subscribe(3);
        trades.told();

        trades.events(latest, trade(3));
        trades.events(old, trade(2));
        trades.events(late, trade(2), trade(3));
        trades.handover.closed(late, true, "replaced");
        trades.events(latest, trade(4));

        assertThat(trades.told()).containsExactly(trade(2), "released 2", trade(3), "released 1", trade(4));
    }

    @Test
    void aSilentSuccessorLeavesTheOtherAtWork() {
        var old = trades.subscribe(1);
        trades.subscribe(2);
        trades.told();
        trades.events(old, trade(1), trade(2));
        assertThat(trades.told()).containsExactly(trade(1), trade(2));
        trades.handover.closed(old, true, "rotated");
        assertThat(trades.told()).isEmpty();
    }

    @Test
    void aPlannedEndThatComesTooEarlyShowsInTheNumbers() {
        var old = trades.subscribe(1);
        trades.events(old, trade(1));
        now = 2000;
        var young = trades.subscribe(2);
        trades.events(young, trade(4));
        trades.told();
        trades.handover.closed(old, true, "rotated");
        assertThat(trades.told()).containsExactly("gap since 1000 1..4 numbers are missing", trade(4));
    }

    @Test
    void aSuccessorThatDiesFirstIsNotMissed() {
        var old = trades.subscribe(1);
        trades.events(old, trade(1));
        var young = trades.subscribe(2);
        trades.events(young, trade(3));
        trades.told();
        trades.handover.closed(young, false, "reset");
        trades.events(young, trade(4));
        trades.events(old, trade(2), trade(3));
        assertThat(trades.told()).containsExactly(trade(2), trade(3));
    }

    @Test
    void aLossIsToldAndThenItsBounds() {
        var old = trades.subscribe(1);
        trades.events(old, trade(1));
        now = 3000;
        trades.handover.closed(old, false, "reset");
        now = 4000;
        var next = trades.subscribe(2);
        trades.events(next, trade(5), trade(6));
        assertThat(trades.told())
                .containsExactly(
                        "subscribed", trade(1), "lost reset", "again", "gap since 3000 1..5 reset", trade(5), trade(6));
    }

    @Test
    void aLossInWhichNothingHappenedIsNoGap() {
        var old = trades.subscribe(1);
        trades.events(old, trade(1));
        trades.handover.closed(old, false, "reset");
        var next = trades.subscribe(2);
        trades.events(next, trade(2), trade(4));
        assertThat(trades.told())
                .containsExactly(
                        "subscribed",
                        trade(1),
                        "lost reset",
                        "again",
                        trade(2),
                        "gap since 1000 2..4 numbers are missing",
                        trade(4));
    }

    @Test
    void aLossAfterWhichAnOlderServerRepeatsIsNoGap() {
        var old = trades.subscribe(1);
        trades.events(old, trade(1), trade(2), trade(3));
        trades.handover.closed(old, false, "reset");
        trades.told();
        trades.events(trades.subscribe(2), trade(2), trade(3), trade(4));
        assertThat(trades.told()).containsExactly("again", trade(4));
    }

    @Test
    void severalLossesInARowAreOneGap() {
        var old = trades.subscribe(1);
        trades.events(old, trade(1));
        trades.handover.closed(old, false, "reset");
        now = 2000;
        trades.handover.closed(trades.handover.open(2), false, "refused");
        trades.told();
        trades.events(trades.subscribe(3), trade(9));
        assertThat(trades.told()).containsExactly("again", "gap since 1000 1..9 reset", trade(9));
    }

    /** On a quiet stream nothing comes between two losses, and yet it was up. */
    @Test
    void whatWasSubscribedToIsLostAgain() {
        var old = trades.subscribe(1);
        trades.events(old, trade(1));
        trades.handover.closed(old, false, "reset");
        trades.told();
        now = 2000;
        var next = trades.subscribe(2);
        trades.handover.closed(next, false, "reset again");
        assertThat(trades.told()).containsExactly("again", "lost reset again");
        trades.events(trades.subscribe(3), trade(9));
        assertThat(trades.told()).containsExactly("again", "gap since 1000 1..9 reset", trade(9));
    }

    @Test
    void aLossBeforeAnySubscriptionIsNone() {
        trades.handover.closed(trades.handover.open(1), false, "reset");
        trades.events(trades.subscribe(2), trade(9));
        assertThat(trades.told()).containsExactly("subscribed", trade(9));
    }

    @Test
    void aLossBeforeTheFirstEventHasNoLastNumber() {
        trades.handover.closed(trades.subscribe(1), false, "reset");
        trades.events(trades.subscribe(2), trade(9));
        assertThat(trades.told())
                .containsExactly("subscribed", "lost reset", "again", "gap since 1000 null..9 reset", trade(9));
    }

    @Test
    void anUnplannedEndWithASuccessorAtWorkLosesNothingThatTheNumbersDoNotShow() {
        var old = trades.subscribe(1);
        trades.events(old, trade(1));
        trades.events(trades.subscribe(2), trade(4));
        trades.told();
        now = 2000;
        trades.handover.closed(old, false, "reset");
        assertThat(trades.told()).containsExactly("gap since 2000 1..4 reset", trade(4));
    }

    @Test
    void anUnplannedEndBeforeTheSuccessorIsSubscribedIsALoss() {
        var old = trades.subscribe(1);
        trades.events(old, trade(1));
        var young = trades.handover.open(2);
        trades.told();
        trades.handover.closed(old, false, "reset");
        trades.handover.subscribed(young);
        trades.events(young, trade(2));
        assertThat(trades.told()).containsExactly("lost reset", "again", trade(2));
    }

    @Test
    void aPlannedEndWithNobodyToFollowIsALoss() {
        var old = trades.subscribe(1);
        trades.told();
        trades.handover.closed(old, true, "rotated");
        assertThat(trades.told()).containsExactly("lost rotated");
    }

    @Test
    void theEarliestOfTooManyHeldEventsGoAndNothingIsMissedWhileTheOtherLives() {
        Scene<io.github.binancereactive.core.model.stream.TradeEvent> few =
                new Scene<>(MarketStream.trades("BTCUSDT"), 2);
        var old = few.subscribe(1);
        few.events(old, trade(1));
        few.events(few.subscribe(2), trade(5), trade(6), trade(7));
        few.told();
        few.events(old, trade(2), trade(3), trade(4), trade(5));
        assertThat(few.told())
                .containsExactly(trade(2), trade(3), trade(4), trade(5), trade(6), trade(7), "released 1");
    }

    @Test
    void eventsOutOfOrderAreDroppedOnceTheyAreTooLate() {
        var only = trades.subscribe(1);
        trades.told();
        trades.events(only, trade(1), trade(3), trade(2), trade(3), trade(4));
        assertThat(trades.told())
                .containsExactly(trade(1), "gap since 1000 1..3 numbers are missing", trade(3), trade(4));
        assertThat(trades.repetitions).isEqualTo(2);
    }

    @Test
    void numbersThatBeginAnewAreBelievedAfterAWhile() {
        var old = trades.subscribe(1);
        trades.events(old, trade(1000));
        trades.handover.closed(old, false, "reset");
        var next = trades.subscribe(2);
        trades.told();
        trades.events(next, trade(1));
        now += Handover.RENUMBERED_AFTER_MILLIS - 1;
        trades.events(next, trade(2));
        assertThat(trades.told()).isEmpty();
        now++;
        trades.events(next, trade(3), trade(4));
        assertThat(trades.told()).containsExactly("gap since 1000 null..3 numbers began anew", trade(3), trade(4));
    }

    @Test
    void depthUpdatesMayOverlap() {
        var scene = new Scene<>(MarketStream.diffDepth("BTCUSDT", DepthSpeed.EVERY_SECOND));
        var old = scene.subscribe(1);
        scene.events(old, update(1, 10));
        var young = scene.subscribe(2);
        scene.events(young, update(13, 20));
        scene.told();
        scene.events(old, update(11, 15));
        assertThat(scene.told()).containsExactly(update(11, 15), update(13, 20), "released 1");
        scene.events(young, update(22, 30));
        assertThat(scene.told()).containsExactly("gap since 1000 20..22 numbers are missing", update(22, 30));
    }

    @Test
    void numbersThatDoNotCountAreWaitedForExactly() {
        var scene = new Scene<>(MarketStream.bookTicker("BTCUSDT"));
        var old = scene.subscribe(1);
        scene.events(old, bookTicker(10));
        var young = scene.subscribe(2);
        scene.events(young, bookTicker(30), bookTicker(40));
        scene.told();
        scene.events(old, bookTicker(20));
        assertThat(scene.told()).containsExactly(bookTicker(20));
        scene.events(old, bookTicker(30));
        assertThat(scene.told()).containsExactly(bookTicker(30), bookTicker(40), "released 1");
    }

    @Test
    void aLaggingSuccessorRepeatsNoState() {
        var scene = new Scene<>(MarketStream.bookTicker("BTCUSDT"));
        scene.events(scene.subscribe(1), bookTicker(10), bookTicker(20), bookTicker(30));
        scene.told();
        scene.events(scene.subscribe(2), bookTicker(20), bookTicker(30), bookTicker(40));
        assertThat(scene.told()).containsExactly("again", "released 1", bookTicker(40));
    }

    @Test
    void withoutNumbersEachLossIsAGap() {
        var scene = new Scene<>(MarketStream.bookTicker("BTCUSDT"));
        var old = scene.subscribe(1);
        scene.events(old, bookTicker(10));
        now = 2000;
        scene.handover.closed(old, false, "reset");
        now = 3000;
        var next = scene.subscribe(2);
        scene.events(next, bookTicker(10), bookTicker(11));
        assertThat(scene.told())
                .containsExactly(
                        "subscribed",
                        bookTicker(10),
                        "lost reset",
                        "again",
                        "gap since 2000 null..null reset",
                        bookTicker(11));
    }

    @Test
    void withoutNumbersAGapIsToldBeforeAnEventThatIsFasterThanTheAnswer() {
        var scene = new Scene<>(MarketStream.averagePrice("BTCUSDT"));
        scene.handover.closed(scene.subscribe(1), false, "reset");
        var next = scene.handover.open(2);
        scene.events(next, average(1));
        scene.handover.subscribed(next);
        assertThat(scene.told())
                .containsExactly("subscribed", "lost reset", "gap since 1000 null..null reset", average(1), "again");
    }

    @Test
    void aStateThatDoesNotChangeMayBeRepeatedByOneConnection() {
        var scene = new Scene<>(MarketStream.partialDepth("BTCUSDT", 5, DepthSpeed.EVERY_SECOND));
        var old = scene.subscribe(1);
        scene.events(old, depth(1), depth(1));
        var young = scene.subscribe(2);
        assertThat(scene.told()).containsExactly("subscribed", depth(1), depth(1), "again");
        // The first one from the successor is the one that the other has brought.
        scene.events(young, depth(1));
        assertThat(scene.told()).containsExactly("released 1");
        scene.events(young, depth(1), depth(2));
        assertThat(scene.told()).containsExactly(depth(1), depth(2));
    }

    @Test
    void eachSymbolOfAListHasItsOwnOrder() {
        var scene = new Scene<>(MarketStream.miniTickers());
        var old = scene.subscribe(1);
        scene.events(old, mini("A", 10), mini("B", 10));
        var young = scene.subscribe(2);
        scene.told();
        scene.events(young, mini("A", 11), mini("C", 11));
        assertThat(scene.told()).isEmpty();
        scene.events(old, mini("A", 11));
        assertThat(scene.told()).containsExactly(mini("A", 11), mini("C", 11), "released 1");
        scene.events(young, mini("B", 9), mini("B", 12));
        assertThat(scene.told()).containsExactly(mini("B", 12));
    }

    @Test
    void rawEventsGoThroughAndTheSuccessorsCountOnceTheOtherIsGone() {
        var scene = new Scene<>(MarketStream.raw("new@thing"));
        RawStreamEvent event = new RawStreamEvent("new@thing", "{}");
        var old = scene.subscribe(1);
        var young = scene.subscribe(2);
        scene.events(young, event);
        scene.events(old, event, event);
        assertThat(scene.told()).containsExactly("subscribed", "again", event, event);
        scene.handover.closed(old, true, "rotated");
        scene.events(young, event);
        assertThat(scene.told()).containsExactly(event);
    }

    @Test
    void aSecondSubscriptionOnOneConnectionTakesThePlaceOfTheFirst() {
        var first = trades.subscribe(1);
        trades.events(first, trade(1));
        var second = trades.subscribe(1);
        trades.events(first, trade(2));
        trades.events(second, trade(3));
        trades.handover.closed(first, false, "reset");
        assertThat(trades.told())
                .containsExactly("subscribed", trade(1), "again", "gap since 1000 1..3 numbers are missing", trade(3));
    }
}
