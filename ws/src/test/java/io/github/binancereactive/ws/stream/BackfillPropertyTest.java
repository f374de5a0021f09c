/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.QueryString;
import io.github.binancereactive.core.error.TransientException;
import io.github.binancereactive.core.model.market.Kline;
import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.model.stream.KlineEvent;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.stream.MarketStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Random runs of a stream that is lost now and then, often without a word in between, and of an exchange whose database lags behind and
 * that answers late or not at all. Whatever happens, nothing is missing in the end, repeated, or taken back.
 */
class BackfillPropertyTest extends StreamTestCase {

    private static final int RUNS = 60;
    private static final int STEPS = 150;

    /** The exchange, and one connection to it. */
    private abstract class World<T> implements MarketDataApi {

        final Random random;
        final List<T> published = new ArrayList<>();
        int stored; // how much of that is in the database
        private final Deque<Runnable> answers = new ArrayDeque<>();
        private final Taker<StreamSignal<T>> taker;
        private final FakeSupply.Line<T> line;
        private @Nullable Feed<T> feed;
        private int brought;
        private long connections;
        private int failures; // in a row

        World(MarketStream<T> stream, long seed) {
            random = new Random(seed);
            hubs = StreamHubs.of(supply, StreamHubs.Settings.defaults());
            taker = Taker.unbounded(hubs.flux(stream).withBackfill(this).signals());
            line = supply.line();
        }

        abstract void grow();

        abstract List<?> answer(String query, int known);

        List<Object> run() {
            connect();
            grow();
            bring(1);
            for (int i = 0; i < STEPS; i++) {
                step();
            }
            settle();
            grow();
            settle();
            assertThat(taker.error()).isNull();
            List<Object> told = plain(taker);
            assertThat(told).noneMatch(StreamSignal.Gap.class::isInstance);
            taker.cancel();
            return told.stream()
                    .filter(each -> !(each instanceof StreamSignal.Filled))
                    .toList();
        }

        private void step() {
            switch (random.nextInt(8)) {
                case 0, 1 -> grow();
                case 2 -> bring(1 + random.nextInt(4));
                case 3 -> stored += random.nextInt(published.size() - stored + 1);
                case 4 -> lose();
                case 5 -> connect();
                case 6 -> answerOne();
                default -> pass(Duration.ofMillis(300));
            }
        }

        private void settle() {
            connect();
            bring(Integer.MAX_VALUE);
            stored = published.size();
            for (int i = 0; i < 20; i++) {
                answerOne();
                passSeconds(10);
            }
            assertThat(answers).isEmpty();
        }

        private void connect() {
            if (feed == null) {
                brought = published.size();
                feed = line.subscribe(++connections);
            }
        }

        private void lose() {
            if (feed != null) {
                feed.onClosed(false, "reset");
                feed = null;
            }
        }

        private void bring(int most) {
            for (int i = 0; i < most && feed != null && brought < published.size(); i++) {
                feed.onEvent(published.get(brought++));
            }
        }

        private void answerOne() {
            Runnable next = answers.poll();
            if (next != null) {
                next.run();
            }
        }

        @Override
        @SuppressWarnings("unchecked") // it is what was asked for
        public <R> Mono<R> exchange(Call<R> call) {
            return Mono.defer(() -> {
                String query = QueryString.of(call.complete());
                // Not so often that it is given up.
                if (random.nextInt(4) == 0 && failures < 3) {
                    failures++;
                    return Mono.error(new TransientException("any", "try later", null, null));
                }
                failures = 0;
                R result = (R) answer(query, stored);
                if (random.nextBoolean()) {
                    return Mono.just(result);
                }
                Sinks.One<R> later = Sinks.one();
                answers.add(() -> later.tryEmitValue(result));
                return later.asMono();
            });
        }
    }

    private static long parameter(String query, String name, long otherwise) {
        Matcher matcher = Pattern.compile(name + "=(\\d+)").matcher(query);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : otherwise;
    }

    private final class Trades extends World<TradeEvent> {

        Trades(long seed) {
            super(TRADES, seed);
        }

        @Override
        void grow() {
            for (int i = random.nextInt(3); i >= 0; i--) {
                published.add(Events.trade(published.size() + 1L));
            }
        }

        @Override
        List<?> answer(String query, int known) {
            return FakeApi.trades(parameter(query, "fromId", 1), known);
        }
    }

    private final class Minutes extends World<KlineEvent> {

        private long minute;
        private long count;
        private long second;

        Minutes(long seed) {
            super(MarketStream.klines("BTCUSDT", KlineInterval.ONE_MINUTE), seed);
        }

        @Override
        void grow() {
            if (second < 55 && random.nextInt(3) != 0) {
                count += random.nextInt(3);
                published.add(Events.minuteOf(minute, count, ++second));
                return;
            }
            Kline kline = Events.minuteOf(minute, count);
            published.add(new KlineEvent(Events.at(60 * minute + 60), "BTCUSDT", "1m", 1, 2, true, kline));
            minute++;
            count = 0;
            second = 0;
            published.add(Events.minuteOf(minute, count, second));
        }

        @Override
        List<?> answer(String query, int known) {
            TreeMap<Long, Kline> klines = new TreeMap<>();
            for (KlineEvent event : published.subList(0, known)) {
                klines.put(event.kline().openTime().toEpochMilli(), event.kline());
            }
            long to = parameter(query, "endTime", Long.MAX_VALUE);
            return List.copyOf(klines.subMap(parameter(query, "startTime", 0), true, to, true)
                    .values());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void noTradeIsMissingOrRepeated(long seed) {
        for (int i = 0; i < RUNS; i++) {
            Trades world = new Trades(seed * RUNS + i);
            List<Object> told = world.run();
            assertThat(told)
                    .as("seed %s, run %s", seed, i)
                    .isEqualTo(world.published.subList(world.published.indexOf(told.get(0)), world.published.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyKlineIsClosedOnceAndNoneTakenBack(long seed) {
        for (int i = 0; i < RUNS; i++) {
            Minutes world = new Minutes(seed * RUNS + i);
            List<KlineEvent> told =
                    world.run().stream().map(KlineEvent.class::cast).toList();
            List<KlineEvent> published = world.published;
            assertThat(closed(told))
                    .as("seed %s, run %s", seed, i)
                    .isEqualTo(closed(published.subList(published.indexOf(told.get(0)), published.size())));
            for (int j = 1; j < told.size(); j++) {
                assertGoesOn(told.get(j - 1), told.get(j));
            }
            assertThat(told.get(told.size() - 1)).isEqualTo(published.get(published.size() - 1));
        }
    }

    private static List<Kline> closed(List<KlineEvent> events) {
        return events.stream()
                .filter(KlineEvent::isClosed)
                .map(KlineEvent::kline)
                .toList();
    }

    private static void assertGoesOn(KlineEvent before, KlineEvent after) {
        assertThat(MarketStream.klines("BTCUSDT", KlineInterval.ONE_MINUTE)
                        .family()
                        .order()
                        .compare(before, after))
                .as("%s after %s", after, before)
                .isLessThanOrEqualTo(0);
        if (before.kline().openTime().equals(after.kline().openTime())) {
            assertThat(before.isClosed()).isFalse();
            assertThat(after.kline().count())
                    .isGreaterThanOrEqualTo(before.kline().count());
        }
    }
}
