/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.time.TimestampUnit;
import io.github.binancereactive.ws.book.BinanceOrderBooks;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import io.github.binancereactive.ws.stream.MarketStreamOptions;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Prices, trades and books of several symbols in one table that is drawn again and again, while the connection that brings them is
 * replaced and, where that can be done, reset.
 */
final class LiveMarket implements Act {

    private static final String TITLE = "Streams and order books, live";
    private static final List<String> LEGEND = List.of(
            "  book depth: drawn while the book is live, else its state",
            "  lag: how long the latest trade was on its way, by the exchange's clock",
            "  drops: best prices that were left out, because the table takes five a second of each symbol",
            "  missed, filled: trades that were lost with a connection, and those of them that were then fetched",
            "");

    private final Venue venue;
    private final Clients clients;
    private final Screen screen;

    LiveMarket(Venue venue, Clients clients, Screen screen) {
        this.venue = venue;
        this.clients = clients;
        this.screen = screen;
    }

    @Override
    public Mono<Boolean> play() {
        return clients.webSocket()
                .syncClock()
                .then(screen.section(TITLE, LEGEND))
                .then(Mono.using(this::connect, this::show, BinanceMarketStreams::dispose));
    }

    private BinanceMarketStreams connect() {
        return BinanceMarketStreams.create(MarketStreamOptions.of(venue.environment())
                .withTimeUnit(TimestampUnit.MICROSECOND)
                .withSession(venue.session())
                .withBudget(clients.budget()));
    }

    /** Ends when the trials have; streams by themselves never do, except by an error. */
    private Mono<Boolean> show(BinanceMarketStreams streams) {
        BinanceOrderBooks books = BinanceOrderBooks.of(streams, clients.webSocket());
        List<Instrument> instruments = venue.symbols().stream()
                .map(symbol -> new Instrument(symbol, clients, streams, books))
                .toList();
        MarketBoard board = new MarketBoard(instruments, screen);
        Mono<Boolean> following = Flux.fromIterable(instruments)
                .flatMap(Instrument::follow, instruments.size())
                .mergeWith(board.keepDrawing())
                .then(Mono.empty());
        return Mono.firstWithSignal(new MarketTrials(venue, streams, instruments, board, screen).all(), following);
    }
}
