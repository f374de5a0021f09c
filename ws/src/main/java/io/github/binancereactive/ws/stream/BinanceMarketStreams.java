/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.model.market.ReferencePrice;
import io.github.binancereactive.core.model.stream.AggTradeEvent;
import io.github.binancereactive.core.model.stream.AveragePriceEvent;
import io.github.binancereactive.core.model.stream.BlockTradeEvent;
import io.github.binancereactive.core.model.stream.BookTickerEvent;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import io.github.binancereactive.core.model.stream.KlineEvent;
import io.github.binancereactive.core.model.stream.MiniTickerEvent;
import io.github.binancereactive.core.model.stream.RawStreamEvent;
import io.github.binancereactive.core.model.stream.RollingTickerEvent;
import io.github.binancereactive.core.model.stream.TickerEvent;
import io.github.binancereactive.core.model.stream.TradeEvent;
import io.github.binancereactive.core.stream.DepthSpeed;
import io.github.binancereactive.core.stream.MarketStream;
import io.github.binancereactive.core.stream.TickerWindow;
import java.util.List;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Market data streams of the exchange, over as many connections as they need.
 *
 * <p>A {@link StreamFlux} is cold: its first subscriber makes the exchange send the stream, its last one makes it stop. Which streams
 * are wanted is this client's knowledge: whenever a connection is lost or replaced, the next one is given all of them, and the
 * exchange's acknowledgement is waited for. Connections are opened when there is something to bring, and closed when there is
 * nothing any more; {@link #dispose()} ends all.
 *
 * <p>Safe for any number of threads. Events come on the event loop of their connection, those in frames of 64 KiB and more on the
 * decode scheduler; whatever a subscriber does there holds up all streams of that connection.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams">WebSocket streams</a>
 */
public final class BinanceMarketStreams implements Disposable {

    private final ShardedSupply supply;
    private final StreamHubs hubs;

    private BinanceMarketStreams(ShardedSupply supply, StreamHubs hubs) {
        this.supply = supply;
        this.hubs = hubs;
    }

    /**
     * Streams with the default options.
     *
     * @param environment which exchange
     * @return a client that isn't connected yet
     * @throws IllegalArgumentException when the environment has no market data streams
     */
    public static BinanceMarketStreams create(BinanceEnvironment environment) {
        return create(MarketStreamOptions.of(environment));
    }

    /**
     * Streams.
     *
     * @param options how they are set up
     * @return a client that isn't connected yet
     * @throws IllegalArgumentException when the environment has no market data streams
     */
    public static BinanceMarketStreams create(MarketStreamOptions options) {
        ShardedSupply supply = new ShardedSupply(options);
        return new BinanceMarketStreams(supply, StreamHubs.of(supply, options.delivery()));
    }

    /**
     * Aggregate trades of a symbol, as they happen.
     *
     * @param symbol name of the symbol
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public StreamFlux<AggTradeEvent> aggTrades(String symbol) {
        return stream(MarketStream.aggTrades(symbol));
    }

    /**
     * Trades of a symbol, as they happen.
     *
     * @param symbol name of the symbol
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public StreamFlux<TradeEvent> trades(String symbol) {
        return stream(MarketStream.trades(symbol));
    }

    /**
     * Block trades of a symbol, as they happen.
     *
     * @param symbol name of the symbol
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public StreamFlux<BlockTradeEvent> blockTrades(String symbol) {
        return stream(MarketStream.blockTrades(symbol));
    }

    /**
     * The current kline of a symbol, every second or two. Days and longer intervals begin at midnight UTC.
     *
     * @param symbol name of the symbol
     * @param interval how long a kline lasts
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public StreamFlux<KlineEvent> klines(String symbol, KlineInterval interval) {
        return stream(MarketStream.klines(symbol, interval));
    }

    /**
     * The current kline of a symbol, every second or two. Days and longer intervals begin at midnight of UTC+8.
     *
     * @param symbol name of the symbol
     * @param interval how long a kline lasts
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public StreamFlux<KlineEvent> klinesUtc8(String symbol, KlineInterval interval) {
        return stream(MarketStream.klinesUtc8(symbol, interval));
    }

    /**
     * Statistics of the last 24 hours of a symbol, in short, every second.
     *
     * @param symbol name of the symbol
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public StreamFlux<MiniTickerEvent> miniTicker(String symbol) {
        return stream(MarketStream.miniTicker(symbol));
    }

    /**
     * Statistics of the last 24 hours of all symbols that have changed, in short, every second; one event a symbol.
     *
     * @return the stream
     */
    public StreamFlux<MiniTickerEvent> miniTickers() {
        return stream(MarketStream.miniTickers());
    }

    /**
     * Statistics of the last 24 hours of a symbol, every second.
     *
     * @param symbol name of the symbol
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public StreamFlux<TickerEvent> ticker(String symbol) {
        return stream(MarketStream.ticker(symbol));
    }

    /**
     * Statistics of a rolling window of a symbol, every second.
     *
     * @param symbol name of the symbol
     * @param window over which time
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public StreamFlux<RollingTickerEvent> rollingTicker(String symbol, TickerWindow window) {
        return stream(MarketStream.rollingTicker(symbol, window));
    }

    /**
     * Statistics of a rolling window of all symbols that have changed, every second; one event a symbol.
     *
     * @param window over which time
     * @return the stream
     */
    public StreamFlux<RollingTickerEvent> rollingTickers(TickerWindow window) {
        return stream(MarketStream.rollingTickers(window));
    }

    /**
     * The best prices of a symbol, whenever they change.
     *
     * @param symbol name of the symbol
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public StreamFlux<BookTickerEvent> bookTicker(String symbol) {
        return stream(MarketStream.bookTicker(symbol));
    }

    /**
     * The average price of a symbol, every second.
     *
     * @param symbol name of the symbol
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public StreamFlux<AveragePriceEvent> averagePrice(String symbol) {
        return stream(MarketStream.averagePrice(symbol));
    }

    /**
     * The best levels of a symbol's book.
     *
     * @param symbol name of the symbol
     * @param levels how many levels of a side: 5, 10 or 20
     * @param speed how often
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol, or for another number of levels
     */
    public StreamFlux<Depth> partialDepth(String symbol, int levels, DepthSpeed speed) {
        return stream(MarketStream.partialDepth(symbol, levels, speed));
    }

    /**
     * What changes on a symbol's book. {@code ws.book} makes a book of it.
     *
     * @param symbol name of the symbol
     * @param speed how often
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public StreamFlux<DepthUpdate> diffDepth(String symbol, DepthSpeed speed) {
        return stream(MarketStream.diffDepth(symbol, speed));
    }

    /**
     * The reference price of a symbol, every second.
     *
     * @param symbol name of the symbol
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public StreamFlux<ReferencePrice> referencePrice(String symbol) {
        return stream(MarketStream.referencePrice(symbol));
    }

    /**
     * Any stream, its events as they come: for what the exchange adds tomorrow.
     *
     * @param streamName what the exchange calls it, exactly; one that it doesn't know is silent for ever
     * @return the stream
     * @throws IllegalArgumentException when that can be no name
     */
    public StreamFlux<RawStreamEvent> raw(String streamName) {
        return stream(MarketStream.raw(streamName));
    }

    /**
     * A stream by its description.
     *
     * @param stream the stream
     * @param <T> its events
     * @return the stream
     */
    public <T> StreamFlux<T> stream(MarketStream<T> stream) {
        return hubs.flux(stream);
    }

    // --- the connections ---

    /**
     * What happens to the connections: the latest event first, then all that follow, completed by {@link #dispose()}. Events come on
     * whatever thread brought them about, an event loop as a rule: don't block there.
     *
     * @return a hot stream for any number of subscribers; one without demand keeps the events it has not taken
     */
    public Flux<MarketStreamEvent> events() {
        return supply.events();
    }

    /**
     * The sessions that bring streams at this moment.
     *
     * @return a snapshot, the oldest first
     */
    public List<MarketStreamConnection> connections() {
        return supply.connections();
    }

    /**
     * What has been counted.
     *
     * @return a snapshot
     */
    public MarketStreamStatistics statistics() {
        return supply.statistics(hubs.duplicates(), hubs.dropped());
    }

    /**
     * Replaces all connections by new ones, as before the exchange's 24-hour cut-off; no stream misses anything.
     *
     * @return completes when the new ones are in use; fails with a {@link
     *     io.github.binancereactive.core.error.ClientClosedException} when this is disposed of before. Cold
     */
    public Mono<Void> rotate() {
        return supply.rotate();
    }

    /** Ends all streams, with an error for those who are subscribed, and closes all connections. Any thread; harmless when called again. */
    @Override
    public void dispose() {
        supply.dispose();
    }

    @Override
    public boolean isDisposed() {
        return supply.isDisposed();
    }

    /** Shows how much it brings. */
    @Override
    public String toString() {
        return "BinanceMarketStreams[" + connections() + "]";
    }
}
