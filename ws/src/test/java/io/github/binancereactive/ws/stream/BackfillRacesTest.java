/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static io.github.binancereactive.ws.stream.Events.minute;
import static io.github.binancereactive.ws.stream.Events.tradesBetween;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.model.stream.KlineEvent;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.stream.MarketStream;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;
import reactor.test.util.RaceTestUtils;

/**
 * Answers that meet the end of those who wait for them. That no signal is dropped on the way, neither a value nor an error, is seen to by
 * {@code Incidents}, as in every test.
 */
class BackfillRacesTest extends StreamTestCase {

    private static final int ROUNDS = 250;

    private final FakeApi api = new FakeApi();

    private interface Round {
        void run(Sinks.One<Object> answer);
    }

    private void repeat(Round round) {
        for (int i = 0; i < ROUNDS; i++) {
            hubs = StreamHubs.of(supply, StreamHubs.Settings.defaults().withUnsubscribeGrace(Duration.ZERO));
            Sinks.One<Object> answer = Sinks.one();
            api.answers(answer.asMono());
            round.run(answer);
            assertThat(hubs.shared()).isZero();
            assertThat(answer.currentSubscriberCount()).isZero();
            api.forget();
        }
    }

    private Taker<TradeEvent> waiting() {
        Taker<TradeEvent> taker = Taker.unbounded(trades().withBackfill(api));
        Feed<TradeEvent> feed = line().subscribe(1);
        bring(feed, 1, 1);
        bring(feed, 4, 4);
        return taker;
    }

    @Test
    void anAnswerAndACancel() {
        repeat(answer -> {
            Taker<TradeEvent> taker = waiting();
            RaceTestUtils.race(() -> answer.tryEmitValue(FakeApi.trades(2, 3)), taker::cancel);
            assertThat(tradesBetween(1, 4)).startsWith(taker.values().toArray(TradeEvent[]::new));
        });
    }

    @Test
    void aFailureAndACancel() {
        repeat(answer -> {
            Taker<TradeEvent> taker = waiting();
            RaceTestUtils.race(
                    () -> answer.tryEmitError(new TransientException("trades.historical", "try later", null, null)),
                    taker::cancel);
            passSeconds(60);
            assertThat(taker.values()).containsExactly(Events.trade(1));
        });
    }

    @Test
    void anAnswerAndTheEndOfTheClient() {
        repeat(answer -> {
            Taker<TradeEvent> taker = waiting();
            RaceTestUtils.race(
                    () -> answer.tryEmitValue(FakeApi.trades(2, 3)),
                    () -> line().sink.onEnd(null));
            assertThat(taker.values()).startsWith(Events.trade(1)).endsWith(Events.trade(4));
            assertThat(taker.error()).isNotNull();
        });
    }

    @Test
    void theNextAttemptAndACancel() {
        repeat(answer -> {
            Taker<TradeEvent> taker = waiting();
            answer.tryEmitError(new TransientException("trades.historical", "try later", null, null));
            RaceTestUtils.race(() -> passSeconds(1), taker::cancel);
            assertThat(taker.values()).containsExactly(Events.trade(1));
        });
    }

    @Test
    void anAnswerOfKlinesAndACancel() {
        MarketStream<KlineEvent> minutes = MarketStream.klines("BTCUSDT", KlineInterval.ONE_MINUTE);
        repeat(answer -> {
            Taker<KlineEvent> taker = Taker.unbounded(hubs.flux(minutes).withBackfill(api));
            FakeSupply.Line<KlineEvent> line = supply.line();
            Feed<KlineEvent> feed = line.subscribe(1);
            feed.onEvent(minute(1, 60, true));
            feed.onClosed(false, "reset");
            line.subscribe(2);
            RaceTestUtils.race(
                    () -> answer.tryEmitValue(
                            List.of(Events.minuteOf(2, 1), Events.minuteOf(3, 1), Events.minuteOf(4, 1))),
                    taker::cancel);
            assertThat(taker.count()).isBetween(1, 4);
        });
    }
}
