/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.matching.HistoryQuery;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import io.github.binancereactive.ws.stream.Overflow;
import io.github.binancereactive.ws.stream.Overflow.WhenFull;
import io.github.binancereactive.ws.stream.StreamFlux;
import io.github.binancereactive.ws.stream.StreamSignal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * A sink that takes a millisecond for each trade, and thousands of trades at one moment: what becomes of them, by the policy that the
 * sink has chosen. Its {@link #main} shows all policies side by side.
 */
public final class SlowSink {

    private static final String SYMBOL = "BTCUSDT";
    private static final int BUFFER = 500;
    private static final int TRADES = 2_000;
    private static final Duration WORK = Duration.ofMillis(1);
    private static final Duration LOOKING = Duration.ofMillis(20);

    /**
     * What became of the trades.
     *
     * @param policy in words
     * @param received how many the sink got
     * @param lost how many it didn't
     * @param last which one of the burst it got last, counted from 1
     * @param failed whether that ended with an error
     */
    public record Outcome(String policy, long received, long lost, long last, boolean failed) {}

    private final String policy;
    private final StreamFlux<TradeEvent> trades;
    private final Sinks.Empty<Void> subscribed = Sinks.empty();
    private final AtomicLong received = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong lastId = new AtomicLong();

    private SlowSink(String policy, StreamFlux<TradeEvent> trades) {
        this.policy = policy;
        this.trades = trades;
    }

    /**
     * Prints what each policy makes of the same burst, and ends.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        try (ExchangeSimulator exchange = ExchangeSimulator.start()) {
            System.out.printf("%,d trades at one moment, %d ms of work for each%n%n", TRADES, WORK.toMillis());
            System.out.printf("%-34s  %8s  %8s  %8s  %s%n", "policy", "received", "lost", "last", "end");
            outcomes(exchange)
                    .doOnNext(outcome -> System.out.printf(
                            "%-34s  %,8d  %,8d  %,8d  %s%n",
                            outcome.policy(),
                            outcome.received(),
                            outcome.lost(),
                            outcome.last(),
                            outcome.failed() ? "overflow error" : "caught up"))
                    .blockLast(); // a main thread that has nothing else to do
        }
        System.exit(0);
    }

    /**
     * Lets slow sinks with all policies listen to a burst of trades.
     *
     * @param exchange makes the trades, when all sinks are there
     * @return what each policy has done, in the order in which they finish
     */
    public static Flux<Outcome> outcomes(ExchangeSimulator exchange) {
        return Flux.using(
                () -> BinanceMarketStreams.create(exchange.environment()),
                streams -> outcomes(exchange, sinks(streams.trades(SYMBOL))),
                BinanceMarketStreams::dispose);
    }

    private static Flux<Outcome> outcomes(ExchangeSimulator exchange, List<SlowSink> sinks) {
        Mono<Burst> burst = Flux.fromIterable(sinks)
                .concatMap(sink -> sink.subscribed.asMono())
                .then(Mono.fromCallable(() -> Burst.on(exchange))
                        .subscribeOn(Schedulers.boundedElastic())) // because it waits for the exchange
                .cache();
        return Flux.fromIterable(sinks).flatMap(sink -> sink.outcome(burst), sinks.size());
    }

    private record Burst(long idBefore, int trades) {

        static Burst on(ExchangeSimulator exchange) {
            AtomicLong before = new AtomicLong();
            exchange.floor()
                    .engine((engine, now) -> engine.marketData()
                            .trades(SYMBOL, HistoryQuery.latest(1))
                            .forEach(trade -> before.set(trade.id())));
            return new Burst(before.get(), exchange.floor().flash(SYMBOL, TRADES));
        }
    }

    // tag::policies[]
    private static List<SlowSink> sinks(StreamFlux<TradeEvent> trades) {
        Overflow.Buffer oldest = new Overflow.Buffer(BUFFER, WhenFull.DROP_OLDEST);
        return List.of(
                sink("latest", trades.withOverflow(Overflow.latest())),
                sink("buffer, drop the oldest", trades.withOverflow(oldest)),
                sink("buffer, drop the latest", trades.withOverflow(Overflow.buffer(BUFFER, WhenFull.DROP_LATEST))),
                sink("buffer, fail", trades.withOverflow(Overflow.buffer(BUFFER, WhenFull.ERROR))),
                sink("pause for up to 10 s", trades.withOverflow(Overflow.pause(Duration.ofSeconds(10), oldest))),
                sink("pause for up to 50 ms", trades.withOverflow(Overflow.pause(Duration.ofMillis(50), oldest))));
    }
    // end::policies[]

    private static SlowSink sink(String policy, StreamFlux<TradeEvent> trades) {
        return new SlowSink(policy, trades);
    }

    private Mono<Outcome> outcome(Mono<Burst> burst) {
        return work().takeUntilOther(burst.flatMap(this::allAreAccountedFor))
                .then(burst.map(all -> outcome(all, lost.get(), false)))
                .onErrorResume(
                        Exceptions::isOverflow,
                        error -> burst.map(all -> outcome(all, all.trades() - received.get(), true)));
    }

    /** Asks for the next trade when it is done with the one before. */
    private Flux<Long> work() {
        return trades.signals().doOnNext(this::note).concatMap(signal -> Mono.delay(WORK), 0);
    }

    private void note(StreamSignal<TradeEvent> signal) {
        if (signal instanceof StreamSignal.Event<TradeEvent> event) {
            lastId.set(event.value().id());
            received.incrementAndGet();
        } else if (signal instanceof StreamSignal.Dropped<TradeEvent> dropped) {
            lost.set(dropped.total());
        } else if (signal instanceof StreamSignal.Subscribed<TradeEvent>) {
            subscribed.tryEmitEmpty();
        }
    }

    private Mono<Long> allAreAccountedFor(Burst burst) {
        return Flux.interval(LOOKING)
                .onBackpressureDrop()
                .filter(tick -> received.get() + lost.get() >= burst.trades())
                .next();
    }

    private Outcome outcome(Burst burst, long missing, boolean failed) {
        return new Outcome(policy, received.get(), missing, lastId.get() - burst.idBefore(), failed);
    }
}
