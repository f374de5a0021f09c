/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.ws.stream.Overflow.WhenFull;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.Exceptions;

/** Reading stops for a subscriber that is too slow, and never for longer than it has allowed. */
class ReadingPauseTest extends StreamTestCase {

    private static final int SIZE = 8;
    private static final Duration STALL = Duration.ofSeconds(5);

    private Taker<TradeEvent> slow(WhenFull afterwards) {
        return Taker.asking(0, trades().withOverflow(Overflow.pause(STALL, new Overflow.Buffer(SIZE, afterwards))));
    }

    @Test
    void readingStopsAtThreeQuartersAndGoesOnAtOne() {
        Taker<TradeEvent> slow = slow(WhenFull.ERROR);
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 5);
        assertThat(line().paused).isFalse();
        bring(feed, 6, 6);
        assertThat(line().paused).isTrue();
        slow.request(3);
        assertThat(line().paused).isTrue();
        slow.request(1);
        assertThat(line().paused).isFalse();
        bring(feed, 7, 10);
        assertThat(line().paused).isTrue();
        slow.request(Long.MAX_VALUE);
        assertThat(line().paused).isFalse();
        passSeconds(60);
        bring(feed, 11, 100);
        assertThat(slow.values()).isEqualTo(Events.tradesBetween(1, 100));
        assertThat(line().pauses).isEqualTo(2);
    }

    @Test
    void whatWasOnItsWayIsKept() {
        Taker<TradeEvent> slow = slow(WhenFull.ERROR);
        bring(line().subscribe(1), 1, SIZE + ReadingPause.SLACK);
        slow.request(Long.MAX_VALUE);
        assertThat(slow.values()).isEqualTo(Events.tradesBetween(1, SIZE + ReadingPause.SLACK));
        assertThat(slow.error()).isNull();
    }

    @Test
    void evenThatIsBounded() {
        Taker<TradeEvent> slow = slow(WhenFull.ERROR);
        bring(line().subscribe(1), 1, SIZE + ReadingPause.SLACK + 1);
        slow.request(Long.MAX_VALUE);
        assertThat(slow.count()).isEqualTo(SIZE + ReadingPause.SLACK);
        assertThat(Exceptions.isOverflow(slow.error())).isTrue();
    }

    @Test
    void afterTheLongestStallTheOtherPolicyHoldsUntilItHasCaughtUp() {
        Taker<TradeEvent> slow = slow(WhenFull.DROP_OLDEST);
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 10);
        pass(STALL.minusMillis(1));
        assertThat(line().paused).isTrue();
        pass(Duration.ofMillis(1));
        assertThat(line().paused).isFalse();
        bring(feed, 11, 30);
        assertThat(line().paused).isFalse();
        slow.request(5);
        bring(feed, 31, 33);
        assertThat(line().paused).isFalse();
        slow.request(6);
        assertThat(slow.values())
                .extracting(TradeEvent::id)
                .containsExactly(23L, 24L, 25L, 26L, 27L, 28L, 29L, 30L, 31L, 32L, 33L);
        bring(feed, 34, 39);
        assertThat(line().paused).isTrue();
        assertThat(line().pauses).isEqualTo(2);
    }

    @Test
    void afterTheLongestStallItMayFail() {
        Taker<TradeEvent> slow = slow(WhenFull.ERROR);
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, SIZE);
        pass(STALL);
        bring(feed, SIZE + 1, SIZE + 1);
        slow.request(Long.MAX_VALUE);
        assertThat(slow.values()).isEqualTo(Events.tradesBetween(1, SIZE));
        assertThat(Exceptions.isOverflow(slow.error())).isTrue();
        assertThat(line().closed).isTrue();
    }

    @Test
    void anEarlierPausesTimeIsNotThatOfTheNext() {
        Taker<TradeEvent> slow = slow(WhenFull.ERROR);
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 6);
        passSeconds(4);
        slow.request(6);
        bring(feed, 7, 12);
        assertThat(line().paused).isTrue();
        passSeconds(4);
        assertThat(line().paused).isTrue();
        passSeconds(1);
        assertThat(line().paused).isFalse();
    }

    @Test
    void aPauseIsNoSilence() {
        Taker.asking(
                0,
                trades().withStaleAfter(Duration.ofSeconds(2))
                        .withOverflow(Overflow.pause(STALL, new Overflow.Buffer(SIZE, WhenFull.DROP_OLDEST))));
        bring(line().subscribe(1), 1, SIZE);
        passSeconds(5);
        assertThat(line().renewals).isZero();
        passSeconds(3);
        assertThat(line().renewals).isEqualTo(1);
    }

    @Test
    void aBufferForOneWorksToo() {
        Taker<TradeEvent> slow =
                Taker.asking(0, trades().withOverflow(Overflow.pause(STALL, new Overflow.Buffer(1, WhenFull.ERROR))));
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 2);
        assertThat(line().paused).isTrue();
        slow.request(1);
        assertThat(line().paused).isTrue();
        slow.request(1);
        assertThat(line().paused).isFalse();
    }
}
