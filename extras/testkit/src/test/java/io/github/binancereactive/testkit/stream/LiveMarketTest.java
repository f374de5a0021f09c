/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.testkit.exchange.ExchangeSettings;
import io.github.binancereactive.testkit.exchange.Listing;
import io.github.binancereactive.testkit.exchange.SimulatedExchange;
import io.github.binancereactive.testkit.exchange.SimulatedLimits;
import io.github.binancereactive.testkit.exchange.TimestampUnit;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

/** What the market costs and to whom it speaks, without wires. */
class LiveMarketTest {

    private final Timers timers = new Timers();
    private final StreamBoard board = new StreamBoard();
    private final LiveMarket market = new LiveMarket(board, timers);
    private final List<String> frames = new ArrayList<>();
    private final StreamSession session = session();

    LiveMarketTest() {
        market.open(new SimulatedExchange(
                new ExchangeSettings(Listing.generated(3), SimulatedLimits.documented(), List.of(), 0, 5), 0, market));
    }

    private StreamSession session() {
        return new StreamSession(
                board,
                TimestampUnit.MILLISECOND,
                false,
                frame -> frames.add(new String(frame, StandardCharsets.UTF_8)));
    }

    /** Counts the timers that run, by period. */
    private static final class Timers implements StreamClock {

        private final Map<Duration, Runnable> running = new TreeMap<>();

        @Override
        public long micros() {
            return 1_000_000;
        }

        @Override
        public Disposable every(Duration period, Runnable task) {
            assertThat(running.put(period, task)).as("two timers of one period").isNull();
            return () -> running.remove(period);
        }

        void tick(Duration period) {
            running.get(period).run();
        }
    }

    @Test
    void thereIsOneTimerForEachPeriodThatSomebodyWaitsFor() {
        assertThat(timers.running).isEmpty();

        session.subscribe(List.of("btcusdt@ticker", "ethusdt@depth5@100ms", "btcusdt@avgPrice", "btcusdt@trade"));
        assertThat(timers.running).containsOnlyKeys(Periods.TENTH, Periods.SECOND);
        session.unsubscribe(List.of("btcusdt@ticker", "ethusdt@depth5@100ms"));
        assertThat(timers.running).containsOnlyKeys(Periods.SECOND);
        session.close();
        assertThat(timers.running).isEmpty();
        assertThat(board.wanted()).isEmpty();
    }

    @Test
    void aSecondSubscriberSharesWhatTheFirstHas() {
        StreamSession other = session();
        session.subscribe(List.of("btcusdt@depth5"));
        other.subscribe(List.of("btcusdt@depth5", "btcusdt@depth5"));

        timers.tick(Periods.SECOND);
        assertThat(frames).hasSize(2);
        session.close();
        timers.tick(Periods.SECOND);
        assertThat(frames).hasSize(3).containsOnly(frames.get(0));
    }

    @Test
    void unknownStreamsCostNothing() {
        session.subscribe(List.of("btcusdt@nosuch", "nosuch@ticker", "!nosuch@arr", "!ticker_2h@arr", "@ticker"));

        assertThat(timers.running).isEmpty();
        assertThat(board.wanted()).hasSize(5);
    }

    @Test
    void aSubscriberMayLeaveWhileItIsTold() {
        List<StreamSession> self = new ArrayList<>();
        self.add(new StreamSession(
                board, TimestampUnit.MILLISECOND, false, frame -> self.get(0).close()));
        self.get(0).subscribe(List.of("btcusdt@depth5", "btcusdt@depth10"));
        session.subscribe(List.of("btcusdt@depth20"));

        timers.tick(Periods.SECOND);

        assertThat(frames).hasSize(1);
        assertThat(board.wanted()).containsExactly("btcusdt@depth20");
    }
}
