/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

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

/**
 * Market data streams of the exchange.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams">WebSocket streams</a>
 */
public final class BinanceMarketStreams {

    private final StreamDesk desk;

    BinanceMarketStreams(StreamDesk desk) {
        this.desk = desk;
    }

    /**
     * Aggregate trades of a symbol, as they happen.
     *
     * @param symbol name of the symbol
     * @return the stream
     */
    public StreamFlux<AggTradeEvent> aggTrades(String symbol) {
        return stream(MarketStream.aggTrades(symbol));
    }

    /**
     * Trades of a symbol, as they happen.
     *
     * @param symbol name of the symbol
     * @return the stream
     */
    public StreamFlux<TradeEvent> trades(String symbol) {
        return stream(MarketStream.trades(symbol));
    }

    /**
     * Block trades of a symbol, as they happen.
     *
     * @param symbol name of the symbol
     * @return the stream
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
     */
    public StreamFlux<KlineEvent> klinesUtc8(String symbol, KlineInterval interval) {
        return stream(MarketStream.klinesUtc8(symbol, interval));
    }

    /**
     * Statistics of the last 24 hours of a symbol, in short, every second.
     *
     * @param symbol name of the symbol
     * @return the stream
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
     */
    public StreamFlux<BookTickerEvent> bookTicker(String symbol) {
        return stream(MarketStream.bookTicker(symbol));
    }

    /**
     * The average price of a symbol, every second.
     *
     * @param symbol name of the symbol
     * @return the stream
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
     */
    public StreamFlux<DepthUpdate> diffDepth(String symbol, DepthSpeed speed) {
        return stream(MarketStream.diffDepth(symbol, speed));
    }

    /**
     * The reference price of a symbol, every second.
     *
     * @param symbol name of the symbol
     * @return the stream
     */
    public StreamFlux<ReferencePrice> referencePrice(String symbol) {
        return stream(MarketStream.referencePrice(symbol));
    }

    /**
     * Any stream, its events as they come: for what the exchange adds tomorrow.
     *
     * @param streamName what the exchange calls it, exactly
     * @return the stream
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
        return desk.flux(stream);
    }
}
