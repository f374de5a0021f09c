/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.book.BookView;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.ws.book.BinanceOrderBooks;
import io.github.binancereactive.ws.book.LocalOrderBook;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import java.math.BigDecimal;
import java.util.Optional;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** Order books that keep themselves right. */
public final class OrderBooks implements Disposable {

    private final BinanceMarketStreams streams;
    private final BinanceRestClient rest;
    private final BinanceOrderBooks books;

    /**
     * Of an exchange.
     *
     * @param environment which exchange
     */
    public OrderBooks(BinanceEnvironment environment) {
        streams = BinanceMarketStreams.create(environment);
        rest = BinanceRestClient.create(environment);
        // tag::books[]
        BinanceOrderBooks books = BinanceOrderBooks.of(streams, rest); // changes from the one, snapshots from the other
        // end::books[]
        this.books = books;
    }

    /**
     * The spread, whenever it may have changed and the book is right.
     *
     * @param symbol name of the symbol
     * @return the latest one for those who are slow
     */
    // tag::spreads[]
    public Flux<BigDecimal> spreads(String symbol) {
        return books.book(symbol)
                .updates(1)
                .map(BookView::spread)
                .flatMapIterable(spread -> spread.stream().toList());
    }
    // end::spreads[]

    /**
     * What buying at the market would cost at this moment.
     *
     * @param symbol name of the symbol
     * @param quantity how much
     * @return the average price; empty when the book isn't live, or offers less
     */
    // tag::ask[]
    public Optional<BigDecimal> averagePrice(String symbol, BigDecimal quantity) {
        LocalOrderBook book = books.book(symbol); // is kept while somebody subscribes to it, or has called keep()
        return book.view(500).flatMap(view -> view.asks().averagePrice(quantity));
    }
    // end::ask[]

    /**
     * Whether a book is right, and why not.
     *
     * @param symbol name of the symbol
     * @return the present status, and each that follows
     */
    public Flux<String> statuses(String symbol) {
        // tag::statuses[]
        Flux<String> statuses = books.book(symbol).statuses().map(status -> status.state() + " " + status.reason());
        // end::statuses[]
        return statuses;
    }

    @Override
    public void dispose() {
        streams.dispose();
        rest.dispose();
    }
}
