/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static io.github.binancereactive.ws.stream.Events.tradesBetween;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.ws.stream.Overflow.WhenFull;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.test.util.RaceTestUtils;

/** Two threads at one stream. However they meet, nothing is lost, repeated, out of order or left behind. */
class StreamRacesTest extends StreamTestCase {

    private static final int ROUNDS = 1000;
    private static final int BURST = 50;

    StreamRacesTest() {
        hubs = StreamHubs.of(supply, StreamHubs.Settings.defaults().withUnsubscribeGrace(Duration.ZERO));
    }

    private interface Round {
        void run();
    }

    private static void repeat(Round round) {
        for (int i = 0; i < ROUNDS; i++) {
            round.run();
        }
    }

    private static void ask(Taker<?> taker, int times) {
        for (int i = 0; i < times; i++) {
            taker.request(1);
        }
    }

    @Test
    void eventsAndDemand() {
        repeat(() -> {
            Taker<TradeEvent> taker = Taker.asking(0, trades());
            Feed<TradeEvent> feed = line().subscribe(1);
            RaceTestUtils.race(() -> bring(feed, 1, BURST), () -> ask(taker, BURST));
            assertThat(taker.values()).isEqualTo(tradesBetween(1, BURST));
            taker.cancel();
        });
        assertThat(supply.open()).isZero();
    }

    @Test
    void demandFromTwoThreads() {
        repeat(() -> {
            Taker<TradeEvent> taker = Taker.asking(0, trades());
            bring(line().subscribe(1), 1, BURST);
            RaceTestUtils.race(() -> ask(taker, BURST / 2), () -> ask(taker, BURST / 2));
            assertThat(taker.values()).isEqualTo(tradesBetween(1, BURST));
            taker.cancel();
        });
    }

    @Test
    void twoConnectionsThatBringTheSame() {
        repeat(() -> {
            Taker<TradeEvent> one = Taker.unbounded(trades());
            Taker<TradeEvent> two = Taker.unbounded(trades().withOverflow(Overflow.buffer(1, WhenFull.ERROR)));
            Feed<TradeEvent> old = line().subscribe(1);
            bring(old, 1, 1);
            Feed<TradeEvent> young = line().subscribe(2);
            RaceTestUtils.race(() -> bring(old, 2, BURST), () -> bring(young, 2, BURST));
            old.onClosed(true, "rotated");
            assertThat(List.of(one.values(), two.values())).containsOnly(tradesBetween(1, BURST));
            one.cancel();
            two.cancel();
        });
    }

    @Test
    void aLossWhileTheSuccessorBrings() {
        repeat(() -> {
            Taker<TradeEvent> taker = Taker.unbounded(trades());
            Feed<TradeEvent> old = line().subscribe(1);
            bring(old, 1, 10);
            Feed<TradeEvent> young = line().subscribe(2);
            RaceTestUtils.race(() -> old.onClosed(false, "reset"), () -> bring(young, 11, BURST));
            assertThat(taker.values()).isEqualTo(tradesBetween(1, BURST));
            taker.cancel();
        });
    }

    @Test
    void eventsAndCancel() {
        repeat(() -> {
            Taker<TradeEvent> taker = Taker.unbounded(trades());
            Feed<TradeEvent> feed = line().subscribe(1);
            RaceTestUtils.race(() -> bring(feed, 1, BURST), taker::cancel);
            int seen = taker.count();
            bring(feed, BURST + 1, BURST + 1);
            assertThat(taker.values()).isEqualTo(tradesBetween(1, seen));
            assertThat(line().closed).isTrue();
        });
        assertThat(hubs.shared()).isZero();
    }

    @Test
    void theLastOneLeavesAndAnotherComes() {
        repeat(() -> {
            Taker<TradeEvent> one = Taker.unbounded(trades());
            Taker<TradeEvent> two = new Taker<>();
            RaceTestUtils.race(one::cancel, () -> trades().subscribe(two));
            two.request(1);
            bring(line().subscribe(1), 1, 1);
            assertThat(two.values()).isEqualTo(tradesBetween(1, 1));
            assertThat(supply.open()).isEqualTo(1);
            two.cancel();
            assertThat(supply.open()).isZero();
        });
        assertThat(hubs.shared()).isZero();
    }

    @Test
    void subscriptionAndCancel() {
        repeat(() -> {
            Taker<TradeEvent> taker = new Taker<>() {
                @Override
                public void onSubscribe(org.reactivestreams.Subscription given) {
                    super.onSubscribe(given);
                    given.request(1);
                }
            };
            // The cancel may come before, while and after the subscriber enters its hub.
            RaceTestUtils.race(() -> trades().subscribe(taker), () -> {
                if (taker.isSubscribed()) {
                    taker.cancel();
                }
            });
            taker.cancel();
            assertThat(supply.open()).isZero();
        });
        assertThat(hubs.shared()).isZero();
    }

    @Test
    void theEndAndASubscriber() {
        repeat(() -> {
            Taker<TradeEvent> one = Taker.unbounded(trades());
            FakeSupply.Line<TradeEvent> line = line();
            Taker<TradeEvent> two = new Taker<>();
            RaceTestUtils.race(() -> line.sink.onEnd(null), () -> trades().subscribe(two));
            assertThat(one.error()).isInstanceOf(ClientClosedException.class);
            // It ended with the first one, or has got a hub of its own.
            if (two.error() == null) {
                assertThat(line()).isNotSameAs(line);
                two.cancel();
                assertThat(line().closed).isTrue();
            }
        });
        assertThat(hubs.shared()).isZero();
    }

    @Test
    void overflowAndDemand() {
        repeat(() -> {
            Taker<TradeEvent> taker = Taker.asking(0, trades().withOverflow(Overflow.buffer(4, WhenFull.ERROR)));
            Feed<TradeEvent> feed = line().subscribe(1);
            RaceTestUtils.race(() -> bring(feed, 1, BURST), () -> ask(taker, BURST));
            int seen = taker.count();
            assertThat(taker.values()).isEqualTo(tradesBetween(1, seen));
            assertThat(seen == BURST || taker.error() != null).isTrue();
            taker.cancel();
        });
    }

    @Test
    void whatIsDroppedAndWhatIsNotAddUp() {
        for (WhenFull whenFull : List.of(WhenFull.DROP_OLDEST, WhenFull.DROP_LATEST)) {
            repeat(() -> {
                long[] lost = new long[1];
                Taker<TradeEvent> taker = Taker.asking(
                        0,
                        trades().withOverflow(Overflow.buffer(4, whenFull)).withDropListener(total -> lost[0] = total));
                Feed<TradeEvent> feed = line().subscribe(1);
                RaceTestUtils.race(() -> bring(feed, 1, BURST), () -> ask(taker, BURST));
                taker.request(Long.MAX_VALUE);
                assertThat(taker.count() + lost[0]).isEqualTo(BURST);
                assertThat(taker.values()).isSortedAccordingTo(java.util.Comparator.comparingLong(TradeEvent::id));
                taker.cancel();
            });
        }
    }

    @Test
    void aPauseNeverOutlivesItsReason() {
        repeat(() -> {
            Taker<TradeEvent> taker = Taker.asking(
                    0,
                    trades().withOverflow(
                                    Overflow.pause(Duration.ofSeconds(5), new Overflow.Buffer(4, WhenFull.ERROR))));
            Feed<TradeEvent> feed = line().subscribe(1);
            RaceTestUtils.race(() -> bring(feed, 1, BURST), () -> ask(taker, BURST));
            assertThat(line().paused).isFalse();
            assertThat(taker.values()).isEqualTo(tradesBetween(1, BURST));
            taker.cancel();
        });
    }
}
