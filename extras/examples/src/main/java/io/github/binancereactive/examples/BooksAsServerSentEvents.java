/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.book.BookStatus;
import io.github.binancereactive.core.book.BookView;
import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.market.SyntheticMarket;
import io.github.binancereactive.ws.book.BinanceOrderBooks;
import io.github.binancereactive.ws.book.LocalOrderBook;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Order books for browsers, as a WebFlux service would serve them: {@code GET /books/BTCUSDT} is answered with server-sent events, the
 * book whenever it has changed and its status whenever that has. Any number of clients shares one book. Each gets what its connection
 * takes, and one that is slow the latest: the book is asked for the next view when the one before has been written.
 */
public final class BooksAsServerSentEvents {

    private static final int LEVELS = 20;
    private static final int PORT = 8080;

    private final BinanceOrderBooks books;
    private final Set<String> symbols;

    /**
     * Serves some symbols.
     *
     * @param books keeps the books
     * @param symbols those that may be asked for; others are not found
     */
    public BooksAsServerSentEvents(BinanceOrderBooks books, Set<String> symbols) {
        this.books = books;
        this.symbols = Set.copyOf(symbols);
    }

    /**
     * Serves books of the simulator, or with {@code --live} of the real exchange, until it is interrupted: on port 8080, or on
     * another where that is taken.
     *
     * @param arguments {@code --live} or nothing
     */
    public static void main(String[] arguments) {
        Set<String> symbols = Set.of("BTCUSDT", "ETHUSDT");
        if (List.of(arguments).contains("--live")) {
            serve(BinanceEnvironment.LIVE, symbols);
            return;
        }
        SyntheticMarket market = SyntheticMarket.seeded(1)
                .symbols(symbols.toArray(String[]::new))
                .ordersPerSecond(200);
        try (ExchangeSimulator exchange =
                ExchangeSimulator.builder().market(market).start()) {
            serve(exchange.environment(), symbols);
        }
    }

    private static void serve(BinanceEnvironment environment, Set<String> symbols) {
        BinanceMarketStreams streams = BinanceMarketStreams.create(environment);
        BinanceRestClient rest = BinanceRestClient.create(environment);
        BooksAsServerSentEvents service = new BooksAsServerSentEvents(BinanceOrderBooks.of(streams, rest), symbols);
        HttpServer server = HttpServer.create().host("localhost");
        Mono.<DisposableServer>from(service.bind(server.port(PORT)))
                .onErrorResume(ChannelBindException.class, taken -> Mono.from(service.bind(server.port(0))))
                .doOnNext(bound -> System.out.println("curl -N http://localhost:" + bound.port() + "/books/BTCUSDT"))
                .flatMap(DisposableServer::onDispose)
                .block(); // a main thread that has nothing else to do
        streams.dispose();
        rest.dispose();
    }

    /**
     * Adds the route to a server and starts it.
     *
     * @param server where and how to listen
     * @return the server; the caller disposes of it
     */
    public Mono<? extends DisposableServer> bind(HttpServer server) {
        return server.route(routes -> routes.get("/books/{symbol}", this::answer))
                .bind();
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        String symbol = request.param("symbol");
        return symbol != null && symbols.contains(symbol)
                ? written(books.book(symbol), response.sse())
                : response.sendNotFound();
    }

    // tag::sse[]
    private static Mono<Void> written(LocalOrderBook book, HttpServerResponse response) {
        Flux<String> statuses = book.statuses().map(BooksAsServerSentEvents::event);
        Flux<String> views = book.updates(LEVELS).map(BooksAsServerSentEvents::event);
        return Flux.merge(1, statuses, views)
                .concatMap(event -> write(event, response), 0) // one at a time: the book conflates meanwhile
                .then();
    }
    // end::sse[]

    /** A single value would be the whole answer; what may go on is one piece of it. */
    private static Mono<Void> write(String event, HttpServerResponse response) {
        return response.sendString(Flux.just(event).hide()).then();
    }

    private static String event(BookStatus status) {
        return "event: status\ndata: " + status.state() + "\n\n";
    }

    private static String event(BookView view) {
        return "event: book\nid: %d\ndata: {\"symbol\":\"%s\",\"bids\":%s,\"asks\":%s}\n\n"
                .formatted(
                        view.lastUpdateId(),
                        view.symbol(),
                        json(view.bids().levels()),
                        json(view.asks().levels()));
    }

    private static String json(List<PriceLevel> levels) {
        return levels.stream()
                .map(level -> "[\"" + level.price().toPlainString() + "\",\""
                        + level.quantity().toPlainString() + "\"]")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
