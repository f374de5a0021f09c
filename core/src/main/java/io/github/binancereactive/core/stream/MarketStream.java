/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.stream;

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
import java.util.Locale;
import java.util.Objects;

/**
 * One stream of the exchange: its name, and what it brings. Two are equal when they have the same name and bring the same.
 *
 * @param family what it brings
 * @param name what the exchange calls it, such as {@code btcusdt@trade}
 * @param <T> the events
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/web-socket-streams">WebSocket streams</a>
 */
public record MarketStream<T>(StreamFamily<T> family, String name) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SYMBOL = 100;

    /** Checks the name. */
    public MarketStream {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(name, "name");
        if (name.isEmpty() || name.length() > LONGEST_NAME || !name.chars().allMatch(MarketStream::mayBeInName)) {
            throw new IllegalArgumentException("name must be 1 to " + LONGEST_NAME
                    + " characters without white space, quotes, '\\', '/', '?' and '&'");
        }
    }

    /**
     * A symbol's {@link StreamCatalogue#REFERENCE_PRICE}.
     *
     * @param symbol name of the symbol
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public static MarketStream<ReferencePrice> referencePrice(String symbol) {
        return of(StreamCatalogue.REFERENCE_PRICE, symbol, "@referencePrice");
    }

    /**
     * A symbol's {@link StreamCatalogue#AGG_TRADE}.
     *
     * @param symbol name of the symbol
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public static MarketStream<AggTradeEvent> aggTrades(String symbol) {
        return of(StreamCatalogue.AGG_TRADE, symbol, "@aggTrade");
    }

    /**
     * A symbol's {@link StreamCatalogue#TRADE}.
     *
     * @param symbol name of the symbol
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public static MarketStream<TradeEvent> trades(String symbol) {
        return of(StreamCatalogue.TRADE, symbol, "@trade");
    }

    /**
     * A symbol's {@link StreamCatalogue#BLOCK_TRADE}.
     *
     * @param symbol name of the symbol
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public static MarketStream<BlockTradeEvent> blockTrades(String symbol) {
        return of(StreamCatalogue.BLOCK_TRADE, symbol, "@blockTrade");
    }

    /**
     * A symbol's {@link StreamCatalogue#KLINE}.
     *
     * @param symbol name of the symbol
     * @param interval how long a kline lasts
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public static MarketStream<KlineEvent> klines(String symbol, KlineInterval interval) {
        return of(StreamCatalogue.KLINE, symbol, "@kline_" + wire(interval));
    }

    /**
     * A symbol's {@link StreamCatalogue#KLINE_UTC8}.
     *
     * @param symbol name of the symbol
     * @param interval how long a kline lasts
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public static MarketStream<KlineEvent> klinesUtc8(String symbol, KlineInterval interval) {
        return of(StreamCatalogue.KLINE_UTC8, symbol, "@kline_" + wire(interval) + "@+08:00");
    }

    /**
     * A symbol's {@link StreamCatalogue#MINI_TICKER}.
     *
     * @param symbol name of the symbol
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public static MarketStream<MiniTickerEvent> miniTicker(String symbol) {
        return of(StreamCatalogue.MINI_TICKER, symbol, "@miniTicker");
    }

    /**
     * {@link StreamCatalogue#ALL_MINI_TICKERS}.
     *
     * @return the stream
     */
    public static MarketStream<MiniTickerEvent> miniTickers() {
        return new MarketStream<>(StreamCatalogue.ALL_MINI_TICKERS, "!miniTicker@arr");
    }

    /**
     * A symbol's {@link StreamCatalogue#TICKER}.
     *
     * @param symbol name of the symbol
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public static MarketStream<TickerEvent> ticker(String symbol) {
        return of(StreamCatalogue.TICKER, symbol, "@ticker");
    }

    /**
     * A symbol's {@link StreamCatalogue#ROLLING_TICKER}.
     *
     * @param symbol name of the symbol
     * @param window over which time
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public static MarketStream<RollingTickerEvent> rollingTicker(String symbol, TickerWindow window) {
        return of(StreamCatalogue.ROLLING_TICKER, symbol, "@ticker_" + wire(window));
    }

    /**
     * {@link StreamCatalogue#ALL_ROLLING_TICKERS}.
     *
     * @param window over which time
     * @return the stream
     */
    public static MarketStream<RollingTickerEvent> rollingTickers(TickerWindow window) {
        return new MarketStream<>(StreamCatalogue.ALL_ROLLING_TICKERS, "!ticker_" + wire(window) + "@arr");
    }

    /**
     * A symbol's {@link StreamCatalogue#BOOK_TICKER}.
     *
     * @param symbol name of the symbol
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public static MarketStream<BookTickerEvent> bookTicker(String symbol) {
        return of(StreamCatalogue.BOOK_TICKER, symbol, "@bookTicker");
    }

    /**
     * A symbol's {@link StreamCatalogue#AVERAGE_PRICE}.
     *
     * @param symbol name of the symbol
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public static MarketStream<AveragePriceEvent> averagePrice(String symbol) {
        return of(StreamCatalogue.AVERAGE_PRICE, symbol, "@avgPrice");
    }

    /**
     * A symbol's {@link StreamCatalogue#PARTIAL_DEPTH}.
     *
     * @param symbol name of the symbol
     * @param levels how many levels of a side: 5, 10 or 20
     * @param speed how often
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol, or for another number of levels
     */
    public static MarketStream<Depth> partialDepth(String symbol, int levels, DepthSpeed speed) {
        if (levels != 5 && levels != 10 && levels != 20) {
            throw new IllegalArgumentException("levels must be 5, 10 or 20, not " + levels);
        }
        return of(StreamCatalogue.PARTIAL_DEPTH, symbol, "@depth" + levels + suffix(speed));
    }

    /**
     * A symbol's {@link StreamCatalogue#DIFF_DEPTH}.
     *
     * @param symbol name of the symbol
     * @param speed how often
     * @return the stream
     * @throws IllegalArgumentException when that can be no symbol
     */
    public static MarketStream<DepthUpdate> diffDepth(String symbol, DepthSpeed speed) {
        return of(StreamCatalogue.DIFF_DEPTH, symbol, "@depth" + suffix(speed));
    }

    /**
     * Any stream, its events not decoded.
     *
     * @param name what the exchange calls it, exactly
     * @return the stream
     * @throws IllegalArgumentException when that can be no name
     */
    public static MarketStream<RawStreamEvent> raw(String name) {
        return new MarketStream<>(StreamCatalogue.RAW, name);
    }

    private static <T> MarketStream<T> of(StreamFamily<T> family, String symbol, String suffix) {
        Objects.requireNonNull(symbol, "symbol");
        if (symbol.isEmpty()
                || symbol.length() > LONGEST_SYMBOL
                || !symbol.chars().allMatch(MarketStream::mayBeInSymbol)) {
            throw new IllegalArgumentException("symbol must be the name of a symbol, such as BTCUSDT: 1 to "
                    + LONGEST_SYMBOL + " characters without white space, quotes, '\\', '/', '?', '&', '@' and '!'");
        }
        return new MarketStream<>(family, symbol.toLowerCase(Locale.ROOT) + suffix);
    }

    private static String wire(KlineInterval interval) {
        return Objects.requireNonNull(interval, "interval").wire();
    }

    private static String wire(TickerWindow window) {
        return Objects.requireNonNull(window, "window").wire();
    }

    private static String suffix(DepthSpeed speed) {
        return Objects.requireNonNull(speed, "speed").suffix();
    }

    private static boolean mayBeInSymbol(int c) {
        return c != '@' && c != '!' && mayBeInName(c);
    }

    private static boolean mayBeInName(int c) {
        return c > ' ' && "\"\\/?&".indexOf(c) < 0 && !Character.isWhitespace(c) && c != 0x7F;
    }

    @Override
    public String toString() {
        return name;
    }
}
