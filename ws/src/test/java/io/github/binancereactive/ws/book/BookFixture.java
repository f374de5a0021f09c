/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.ws.stream.StreamSignal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;

/** Order books in virtual time, with a stream and an API that the test plays. */
final class BookFixture {

    static final String SYMBOL = "BNBBTC";
    static final Duration LINGER = Duration.ofSeconds(10);

    /** A request for a snapshot. */
    record Asked(String symbol, Object limit, Sinks.One<Depth> answer, boolean[] cancelled) {

        void answer(long id, String bid, String ask) {
            answer(new Depth(id, levels(bid), levels(ask)));
        }

        void answer(Depth depth) {
            answer.tryEmitValue(depth).orThrow();
        }

        void fail(Throwable error) {
            answer.tryEmitError(error).orThrow();
        }

        boolean isCancelled() {
            return cancelled[0];
        }
    }

    final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    final List<TestPublisher<StreamSignal<DepthUpdate>>> streams = new ArrayList<>();
    final List<Asked> asked = new ArrayList<>();
    final BinanceOrderBooks books;
    final LocalOrderBook book;

    BookFixture() {
        this(options -> options);
    }

    BookFixture(UnaryOperator<OrderBookOptions> change) {
        OrderBookOptions options = OrderBookOptions.defaults()
                .withScheduler(time)
                .withLinger(LINGER)
                .withStaleAfter(Duration.ZERO)
                .withSnapshotJitter(Duration.ZERO)
                .withBackoff(Backoff.exponential(Duration.ofSeconds(1), Duration.ofSeconds(8)));
        books = new BinanceOrderBooks(any -> symbol -> Flux.defer(this::stream), api(), change.apply(options));
        book = books.book(SYMBOL);
    }

    private Flux<StreamSignal<DepthUpdate>> stream() {
        TestPublisher<StreamSignal<DepthUpdate>> stream = TestPublisher.create();
        streams.add(stream);
        return stream.flux();
    }

    private MarketDataApi api() {
        return new MarketDataApi() {
            @Override
            @SuppressWarnings("unchecked") // it is only asked for snapshots
            public <R> Mono<R> exchange(Call<R> call) {
                return Mono.defer(() -> {
                    Asked request = new Asked(
                            String.valueOf(call.parameters().get("symbol")),
                            call.parameters().get("limit"),
                            Sinks.one(),
                            new boolean[1]);
                    asked.add(request);
                    return (Mono<R>) request.answer().asMono().doOnCancel(() -> request.cancelled()[0] = true);
                });
            }
        };
    }

    /** Never answers. */
    static MarketDataApi noSnapshots() {
        return new MarketDataApi() {
            @Override
            public <R> Mono<R> exchange(Call<R> call) {
                return Mono.never();
            }
        };
    }

    TestPublisher<StreamSignal<DepthUpdate>> stream(int index) {
        return streams.get(index);
    }

    void subscribed() {
        tell(new StreamSignal.Subscribed<>(Instant.EPOCH, false));
    }

    void tell(StreamSignal<DepthUpdate> signal) {
        streams.get(streams.size() - 1).next(signal);
    }

    void lost() {
        tell(new StreamSignal.Lost<>(Instant.EPOCH, "reset"));
    }

    void subscribedAgain() {
        tell(new StreamSignal.Subscribed<>(Instant.EPOCH, true));
    }

    void gap() {
        tell(new StreamSignal.Gap<>("bnbbtc@depth", Instant.EPOCH, Instant.EPOCH, null, null, "lost"));
    }

    void bid(long first, long last, String levels) {
        tell(new StreamSignal.Event<>(update(first, last, levels, "")));
    }

    Asked lastAsked() {
        assertThat(asked).isNotEmpty();
        return asked.get(asked.size() - 1);
    }

    /** The book is live, with update 160, a bid at 10 and an ask at 20. */
    void goLive() {
        subscribed();
        lastAsked().answer(160, "10 1", "20 1");
        assertThat(book.status().isLive()).isTrue();
    }

    void pass(Duration duration) {
        time.advanceTimeBy(duration);
    }

    static DepthUpdate update(long first, long last, String bids, String asks) {
        return new DepthUpdate(Instant.EPOCH, SYMBOL, first, last, levels(bids), levels(asks));
    }

    /** Such as {@code 10 1, 9.5 2}. */
    static List<PriceLevel> levels(String text) {
        List<PriceLevel> levels = new ArrayList<>();
        for (String level : text.isEmpty() ? new String[0] : text.split(", ")) {
            String[] numbers = level.split(" ");
            levels.add(new PriceLevel(new BigDecimal(numbers[0]), new BigDecimal(numbers[1])));
        }
        return levels;
    }
}
