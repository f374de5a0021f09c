/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.github.binancereactive.core.book.BookStatus;
import io.github.binancereactive.core.book.BookView;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.ws.book.BinanceOrderBooks;
import io.github.binancereactive.ws.book.LocalOrderBook;
import io.github.binancereactive.ws.book.OrderBookOptions;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.netty.resources.LoopResources;

/** Local order books, one of each symbol, each with a subscriber to its best prices. */
final class OurBooks {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** No waiting for the sake of an exchange that others use as well. */
    private static final OrderBookOptions OPTIONS =
            OrderBookOptions.defaults().withSnapshotJitter(Duration.ZERO).withConcurrentSnapshots(16);

    private final OurStreams streams;
    private final LoopResources loops;

    OurBooks(LoopResources loops) {
        this.streams = new OurStreams(loops);
        this.loops = loops;
    }

    /** Subscribes to all books and waits until they are live. */
    Disposable receive(FloodScenario<?, ?> scenario, Address server, Tally tally) {
        BinanceMarketStreams source = streams.client(server);
        BinanceRestClient snapshots = BinanceRestClient.create(server.environment())
                .withLoopResources(loops)
                .withBudget(RequestBudget.unlimited());
        BinanceOrderBooks books = BinanceOrderBooks.of(source, snapshots).withOptions(OPTIONS);
        List<LocalOrderBook> all =
                scenario.symbolNames().stream().map(books::book).toList();
        all.forEach(book -> book.updates(1).subscribe(new Counter(tally), tally::failed));
        Flux.fromIterable(all)
                .flatMap(book -> book.statuses().filter(BookStatus::isLive).next(), all.size())
                .blockLast(PATIENCE);
        return Disposables.composite(source, snapshots);
    }

    /** Counts the events that a book has taken, by how far it has come. A view may follow upon several of them. */
    private static final class Counter implements Consumer<BookView> {

        private final Tally tally;
        private long taken;

        Counter(Tally tally) {
            this.tally = tally;
        }

        @Override
        public void accept(BookView view) {
            long now = FloodTexts.eventsUntil(view.lastUpdateId());
            tally.messages(now - taken);
            taken = now;
        }
    }
}
