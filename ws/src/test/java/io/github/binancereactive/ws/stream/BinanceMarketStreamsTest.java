/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.stream.DepthSpeed;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.core.stream.StreamCatalogue;
import io.github.binancereactive.core.stream.TickerWindow;
import io.github.binancereactive.ws.session.SessionEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import reactor.test.StepVerifier;

/** The public face of market data streams, on an exchange in memory. */
class BinanceMarketStreamsTest extends SupplyTestCase {

    private BinanceMarketStreams streams;

    @BeforeEach
    void create() {
        streams = BinanceMarketStreams.create(options);
    }

    @AfterEach
    void dispose() {
        streams.dispose();
        pass(Duration.ofMinutes(1));
    }

    /** Whatever the methods are called, each is for the stream that its family documents. */
    @Test
    void eachMethodIsForItsStream() {
        Map<StreamFlux<?>, MarketStream<?>> all = new HashMap<>();
        for (String s : List.of("BTCUSDT", "币安人生USDT")) {
            all.put(streams.aggTrades(s), MarketStream.aggTrades(s));
            all.put(streams.trades(s), MarketStream.trades(s));
            all.put(streams.blockTrades(s), MarketStream.blockTrades(s));
            all.put(streams.klines(s, KlineInterval.ONE_WEEK), MarketStream.klines(s, KlineInterval.ONE_WEEK));
            all.put(streams.klinesUtc8(s, KlineInterval.ONE_DAY), MarketStream.klinesUtc8(s, KlineInterval.ONE_DAY));
            all.put(streams.miniTicker(s), MarketStream.miniTicker(s));
            all.put(streams.ticker(s), MarketStream.ticker(s));
            all.put(
                    streams.rollingTicker(s, TickerWindow.ONE_DAY),
                    MarketStream.rollingTicker(s, TickerWindow.ONE_DAY));
            all.put(streams.bookTicker(s), MarketStream.bookTicker(s));
            all.put(streams.averagePrice(s), MarketStream.averagePrice(s));
            all.put(
                    streams.partialDepth(s, 10, DepthSpeed.EVERY_100_MS),
                    MarketStream.partialDepth(s, 10, DepthSpeed.EVERY_100_MS));
            all.put(streams.diffDepth(s, DepthSpeed.EVERY_SECOND), MarketStream.diffDepth(s, DepthSpeed.EVERY_SECOND));
            all.put(streams.referencePrice(s), MarketStream.referencePrice(s));
        }
        all.put(streams.miniTickers(), MarketStream.miniTickers());
        all.put(streams.rollingTickers(TickerWindow.ONE_HOUR), MarketStream.rollingTickers(TickerWindow.ONE_HOUR));
        all.put(streams.raw("x@y"), MarketStream.raw("x@y"));
        all.forEach((flux, stream) -> assertThat(flux.stream()).isEqualTo(stream));
        assertThat(all.values().stream().map(MarketStream::family).distinct())
                .hasSize(StreamCatalogue.families().size() + 1);
    }

    @Test
    void whoRotatesAClosedClientIsTold() {
        streams.dispose();
        StepVerifier.create(streams.rotate())
                .expectError(ClientClosedException.class)
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void whoSubscribesToAClosedClientIsTold() {
        streams.dispose();
        Samples.ofAllFamilies().forEach(samples -> {
            StreamFlux<?> flux = streams.stream(samples.stream());
            Taker<Object> events = Taker.asking(0, flux.cast(Object.class));
            Taker<Object> signals = Taker.asking(0, flux.signals().cast(Object.class));
            pass(GATHERED);
            assertThat(events.error()).isInstanceOf(ClientClosedException.class);
            assertThat(signals.error()).isInstanceOf(ClientClosedException.class);
        });
    }

    // --- what happens to connections ---

    @Test
    void eventsOfConnectionsComeAsTheyAreAskedFor() {
        AtomicBoolean completed = new AtomicBoolean();
        Taker<MarketStreamEvent> slow = new Taker<>() {
            @Override
            public void onComplete() {
                completed.set(true);
            }
        };
        streams.events().subscribe(slow);
        Taker<MarketStreamEvent> left = Taker.unbounded(streams.events());
        streams.trades("BTCUSDT").subscribe(event -> {}, failure -> {});
        pass(GATHERED);
        assertThat(slow.values()).isEmpty();
        slow.request(1);
        assertThat(slow.values()).hasSize(1);
        List<MarketStreamEvent> before = left.values();
        assertThat(before).hasSizeGreaterThan(1).startsWith(slow.values().get(0));
        left.cancel();

        StepVerifier.create(streams.events()) // the latest one first
                .expectNext(before.get(before.size() - 1))
                .thenCancel()
                .verify();

        streams.dispose();
        pass(Duration.ofMinutes(1));
        assertThat(left.values()).isEqualTo(before);
        assertThat(completed).isFalse();
        slow.request(Long.MAX_VALUE);
        assertThat(completed).isTrue();
        assertThat(slow.values())
                .startsWith(before.toArray(MarketStreamEvent[]::new))
                .last()
                .satisfies(last -> assertThat(last.event().type()).isEqualTo(SessionEvent.Type.CLOSED));
        StepVerifier.create(streams.events()).expectNextCount(1).verifyComplete();
    }

    @Test
    void anybodyAskingForEventsOfConnectionsKeepsTheRules() {
        assertThatNullPointerException()
                .isThrownBy(() -> streams.events().subscribe((Subscriber<MarketStreamEvent>) null));
        Plain plain = new Plain();
        streams.events().subscribe(plain);
        Objects.requireNonNull(plain.subscription).request(0);
        assertThat(plain.failure).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("3.9");
    }

    /** Not one of Reactor's. */
    private static final class Plain implements Subscriber<MarketStreamEvent> {

        private Subscription subscription;
        private Throwable failure;

        @Override
        public void onSubscribe(Subscription given) {
            subscription = given;
        }

        @Override
        public void onNext(MarketStreamEvent event) {
            throw new AssertionError("without demand");
        }

        @Override
        public void onError(Throwable thrown) {
            failure = thrown;
        }

        @Override
        public void onComplete() {
            throw new AssertionError("not at its end");
        }
    }
}
