/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import io.github.binancereactive.core.api.MarketDataApi;
import io.github.binancereactive.ws.stream.BinanceMarketStreams;
import io.github.binancereactive.ws.stream.Overflow;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Local order books, one for each symbol that is asked for. All books of one object share a line in which they wait for their
 * snapshots, first come, first served; the client that answers them keeps to its budget.
 *
 * @see <a
 *     href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams#how-to-manage-a-local-order-book-correctly">How
 *     to manage a local order book correctly</a>
 */
public final class BinanceOrderBooks {

    private final Function<OrderBookOptions, DepthSource> sources;
    private final MarketDataApi snapshots;
    private final OrderBookOptions options;
    private final DepthSource source;
    private final SnapshotDesk desk;
    private final Map<String, LocalOrderBook> books = new ConcurrentHashMap<>();

    BinanceOrderBooks(
            Function<OrderBookOptions, DepthSource> sources, MarketDataApi snapshots, OrderBookOptions options) {
        this.sources = sources;
        this.snapshots = snapshots;
        this.options = options;
        this.source = sources.apply(options);
        this.desk = new SnapshotDesk(snapshots, options);
    }

    /**
     * Order books with the default options. Nothing happens before somebody subscribes to one.
     *
     * @param streams where changes come from
     * @param snapshots where whole books come from: a client for REST, or for the WebSocket API; one that waits for its budget
     * @return new order books
     */
    public static BinanceOrderBooks of(BinanceMarketStreams streams, MarketDataApi snapshots) {
        return new BinanceOrderBooks(
                options -> symbol -> streams.diffDepth(symbol, options.speed())
                        .withOverflow(Overflow.buffer(options.bufferSize(), Overflow.WhenFull.ERROR))
                        .signals(),
                snapshots,
                OrderBookOptions.defaults());
    }

    /**
     * The options.
     *
     * @return how these books are kept
     */
    public OrderBookOptions options() {
        return options;
    }

    /**
     * Other order books, from the same streams and the same client.
     *
     * @param value how they are kept
     * @return new order books, which share no book with these
     */
    public BinanceOrderBooks withOptions(OrderBookOptions value) {
        return new BinanceOrderBooks(sources, snapshots, value);
    }

    /**
     * The book of a symbol.
     *
     * @param symbol name of the symbol, such as {@code BTCUSDT}
     * @return always the same object for the same name
     */
    public LocalOrderBook book(String symbol) {
        return books.computeIfAbsent(symbol, name -> new LocalOrderBook(name, options, source, desk));
    }
}
