/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.book.BookStatus;
import io.github.binancereactive.core.model.stream.BookTickerEvent;
import io.github.binancereactive.ws.book.BinanceOrderBooks;
import io.github.binancereactive.ws.book.LocalOrderBook;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One symbol and what its streams have brought: every trade, the best prices as often as somebody looks at them, and the book. What
 * it shows of them can be asked for on any thread, but {@link #sample()} on one only.
 */
final class Instrument {

    /** Nobody sees more than five prices a second: those between are the first to be left out. */
    private static final Duration PACE = Duration.ofMillis(200);

    private static final int SAMPLES = 10;

    private final String symbol;
    private final Clients clients;
    private final BinanceMarketStreams streams;
    private final LocalOrderBook book;
    private final TradeTape tape;
    private final Rate rate = new Rate(SAMPLES);
    private final PriceFormat format = new PriceFormat();
    private final AtomicLong leftOut = new AtomicLong();
    private final AtomicInteger interruptions = new AtomicInteger();
    private final AtomicReference<@Nullable BookTickerEvent> best = new AtomicReference<>();

    Instrument(String symbol, Clients clients, BinanceMarketStreams streams, BinanceOrderBooks books) {
        this.symbol = symbol;
        this.clients = clients;
        this.streams = streams;
        this.book = books.book(symbol);
        this.tape = new TradeTape(clients.clock()::now);
    }

    /** The table that {@link #addTo} adds a row to. */
    static Table table() {
        return new Table(
                "symbol",
                ">bid",
                ">ask",
                ">spread",
                ">trades/s",
                "book depth",
                ">lag",
                ">drops",
                ">gaps",
                ">missed",
                ">filled");
    }

    /** Never completes; fails when a stream or the book does. */
    Mono<Void> follow() {
        return Mono.when(trades(), prices(), bookStatuses());
    }

    private Mono<Void> trades() {
        return streams.trades(symbol)
                .withBackfill(clients.webSocket())
                .signals()
                .doOnNext(tape::accept)
                .then();
    }

    /** Takes a price and then waits for a while before it asks for the next one, which is then the latest. */
    private Mono<Void> prices() {
        return streams.bookTicker(symbol)
                .withDropListener(leftOut::set)
                .doOnNext(this::show)
                .concatMap(price -> Mono.delay(PACE), 0)
                .then();
    }

    private void show(BookTickerEvent prices) {
        format.fit(prices.bidPrice());
        format.fit(prices.askPrice());
        best.set(prices);
    }

    private Mono<Void> bookStatuses() {
        return book.statuses()
                .map(BookStatus::isLive)
                .buffer(2, 1)
                .filter(pair -> pair.get(0) && pair.size() == 2 && !pair.get(1))
                .doOnNext(interrupted -> interruptions.incrementAndGet())
                .then();
    }

    TradeTape.Facts trading() {
        return tape.facts();
    }

    boolean isBookLive() {
        return book.status().isLive();
    }

    /** How often the book was live and then wasn't. */
    int interruptions() {
        return interruptions.get();
    }

    /** To be called in regular intervals. */
    void sample() {
        rate.sample(tape.facts().trades(), System.nanoTime());
    }

    void addTo(Table table, DepthBars bars) {
        TradeTape.Facts facts = tape.facts();
        BookTickerEvent prices = best.get();
        table.row(
                symbol,
                prices == null ? "" : format.text(prices.bidPrice()),
                prices == null ? "" : format.text(prices.askPrice()),
                prices == null ? "" : format.text(prices.askPrice().subtract(prices.bidPrice())),
                rate.text(),
                depth(bars),
                facts.trades() == 0 ? "" : Table.millis(facts.lag()),
                Table.count(leftOut.get()),
                Table.count(facts.gaps()),
                Table.count(facts.missed()),
                Table.count(facts.filled()));
    }

    /** The book while it is live, else what it is instead. */
    private String depth(DepthBars bars) {
        return book.view(DepthBars.LEVELS)
                .map(bars::draw)
                .orElseGet(() -> book.status().state().name().toLowerCase(Locale.ROOT));
    }
}
