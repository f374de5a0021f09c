/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.MarketDataEndpoints;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.model.market.AggTrade;
import io.github.binancereactive.core.model.market.AveragePrice;
import io.github.binancereactive.core.model.market.BlockTrade;
import io.github.binancereactive.core.model.market.BookTicker;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.Kline;
import io.github.binancereactive.core.model.market.MiniTicker;
import io.github.binancereactive.core.model.market.PriceTicker;
import io.github.binancereactive.core.model.market.ReferencePrice;
import io.github.binancereactive.core.model.market.ReferencePriceCalculation;
import io.github.binancereactive.core.model.market.Ticker;
import io.github.binancereactive.core.model.market.Ticker24hr;
import io.github.binancereactive.core.model.market.TickerType;
import io.github.binancereactive.core.model.market.Trade;
import io.github.binancereactive.core.request.AggTradesQuery;
import io.github.binancereactive.core.request.DepthQuery;
import io.github.binancereactive.core.request.KlineQuery;
import io.github.binancereactive.core.request.RollingTickerQuery;
import io.github.binancereactive.core.request.TickerQuery;
import io.github.binancereactive.core.request.TradesQuery;
import io.github.binancereactive.core.request.TradingDayTickerQuery;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Public market data. All of it is safe to repeat. What is one thing comes as a {@code Mono} that promises what {@link
 * Exchange#exchange} says; what is many comes as a {@code Flux} that promises what {@link Exchange#stream} says.
 *
 * <p>Data is in chronological order. With neither a start nor an end in time, the most recent elements are answered; with a
 * start, the oldest ones since then; with an end alone, the most recent ones up to it.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/market-data-endpoints">REST</a>
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/market-data-requests">WebSocket
 *     API</a>
 */
public interface MarketDataApi extends Exchange {

    /**
     * Asks for the best 100 prices of each side of a book. Weight 5.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @return the book
     */
    default Mono<Depth> depth(String symbol) {
        return depth(DepthQuery.of(symbol));
    }

    /**
     * Asks for a book. Weight 5 up to 100 prices of each side, 25 up to 500, 50 up to 1000, 250 up to 5000.
     *
     * @param query which book, and how much of it
     * @return the book
     */
    default Mono<Depth> depth(DepthQuery query) {
        return exchange(query.call());
    }

    /**
     * Asks for the last 500 trades. Weight 25.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @return the trades, the oldest first
     */
    default Flux<Trade> trades(String symbol) {
        return stream(Call.of(MarketDataEndpoints.TRADES).with("symbol", symbol));
    }

    /**
     * Asks for the last trades. Weight 25.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @param limit most trades, from 1 to 1000
     * @return the trades, the oldest first
     */
    default Flux<Trade> trades(String symbol, int limit) {
        return stream(Call.of(MarketDataEndpoints.TRADES).with("symbol", symbol).with("limit", limit));
    }

    /**
     * Looks up older trades. Weight 25.
     *
     * @param query which trades
     * @return the trades, the oldest first
     */
    default Flux<Trade> historicalTrades(TradesQuery query) {
        return stream(query.call());
    }

    /**
     * Looks up block trades, up to 500. Weight 25.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @param fromId the first block trade, zero or more
     * @return the block trades, the oldest first
     */
    default Flux<BlockTrade> historicalBlockTrades(String symbol, long fromId) {
        return stream(Call.of(MarketDataEndpoints.HISTORICAL_BLOCK_TRADES)
                .with("symbol", symbol)
                .with("fromId", fromId));
    }

    /**
     * Looks up block trades. Weight 25.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @param fromId the first block trade, zero or more
     * @param limit most block trades, from 1 to 1000
     * @return the block trades, the oldest first
     */
    default Flux<BlockTrade> historicalBlockTrades(String symbol, long fromId, int limit) {
        return stream(Call.of(MarketDataEndpoints.HISTORICAL_BLOCK_TRADES)
                .with("symbol", symbol)
                .with("fromId", fromId)
                .with("limit", limit));
    }

    /**
     * Asks for trades, those that one order made at one time and price added up. Weight 4.
     *
     * @param query which aggregate trades
     * @return the aggregate trades, the oldest first
     */
    default Flux<AggTrade> aggTrades(AggTradesQuery query) {
        return stream(query.call());
    }

    /**
     * Asks for klines. Weight 2.
     *
     * @param query which klines
     * @return the klines, the oldest first
     */
    default Flux<Kline> klines(KlineQuery query) {
        return stream(query.call());
    }

    /**
     * Asks for klines that the exchange has modified so that charts of them look right. Weight 2.
     *
     * @param query which klines
     * @return the klines, the oldest first
     */
    default Flux<Kline> uiKlines(KlineQuery query) {
        return stream(query.uiCall());
    }

    /**
     * Asks for the average price of the last minutes. Weight 2.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @return the average price
     */
    default Mono<AveragePrice> avgPrice(String symbol) {
        return exchange(Call.of(MarketDataEndpoints.AVG_PRICE).with("symbol", symbol));
    }

    /**
     * Asks what was traded within the last 24 hours, one symbol only. Weight 2.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @return its ticker
     */
    default Mono<Ticker24hr> ticker24hr(String symbol) {
        return exchange(Call.of(MarketDataEndpoints.TICKER_24HR.answering(ResultType.of(Ticker24hr.class)))
                .with("symbol", symbol));
    }

    /**
     * Asks what was traded within the last 24 hours. Weight 2 up to 20 symbols, 40 up to 100, 80 for more and for all.
     *
     * @param query which symbols
     * @return their tickers
     */
    default Flux<Ticker24hr> tickers24hr(TickerQuery query) {
        return stream(query.call(MarketDataEndpoints.TICKER_24HR));
    }

    /**
     * Asks in short what was traded within the last 24 hours. Weight as {@link #tickers24hr}.
     *
     * @param query which symbols
     * @return their short tickers
     */
    default Flux<MiniTicker> miniTickers24hr(TickerQuery query) {
        return stream(query.call(MarketDataEndpoints.TICKER_24HR.answering(ResultType.oneOrListOf(MiniTicker.class)))
                .with("type", TickerType.MINI));
    }

    /**
     * Asks what was traded within a trading day. Weight 4 for each symbol, at most 200.
     *
     * @param query which symbols, and where the day begins
     * @return their tickers
     */
    default Flux<Ticker> tradingDayTickers(TradingDayTickerQuery query) {
        return stream(query.call());
    }

    /**
     * Asks in short what was traded within a trading day. Weight 4 for each symbol, at most 200.
     *
     * @param query which symbols, and where the day begins
     * @return their short tickers
     */
    default Flux<MiniTicker> tradingDayMiniTickers(TradingDayTickerQuery query) {
        return stream(query.miniCall());
    }

    /**
     * Asks for the last price of one symbol. Weight 2.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @return its last price
     */
    default Mono<PriceTicker> tickerPrice(String symbol) {
        return exchange(Call.of(MarketDataEndpoints.TICKER_PRICE.answering(ResultType.of(PriceTicker.class)))
                .with("symbol", symbol));
    }

    /**
     * Asks for last prices. Weight 2 for one symbol, 4 for several and for all.
     *
     * @param query which symbols
     * @return their last prices
     */
    default Flux<PriceTicker> tickerPrices(TickerQuery query) {
        return stream(query.call(MarketDataEndpoints.TICKER_PRICE));
    }

    /**
     * Asks for the best prices on the book of one symbol. Weight 2.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @return its best prices
     */
    default Mono<BookTicker> bookTicker(String symbol) {
        return exchange(Call.of(MarketDataEndpoints.TICKER_BOOK.answering(ResultType.of(BookTicker.class)))
                .with("symbol", symbol));
    }

    /**
     * Asks for the best prices on the books. Weight 2 for one symbol, 4 for several and for all.
     *
     * @param query which symbols
     * @return their best prices
     */
    default Flux<BookTicker> bookTickers(TickerQuery query) {
        return stream(query.call(MarketDataEndpoints.TICKER_BOOK));
    }

    /**
     * Asks what was traded within a window of time that ends now. Weight 4 for each symbol, at most 200.
     *
     * @param query which symbols, and how long the window is
     * @return their tickers
     */
    default Flux<Ticker> rollingTickers(RollingTickerQuery query) {
        return stream(query.call());
    }

    /**
     * Asks in short what was traded within a window of time that ends now. Weight 4 for each symbol, at most 200.
     *
     * @param query which symbols, and how long the window is
     * @return their short tickers
     */
    default Flux<MiniTicker> rollingMiniTickers(RollingTickerQuery query) {
        return stream(query.miniCall());
    }

    /**
     * Asks for the reference price. Weight 2. Refused with -2043 when the symbol never had one.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @return the reference price, which may be none at present
     */
    default Mono<ReferencePrice> referencePrice(String symbol) {
        return exchange(Call.of(MarketDataEndpoints.REFERENCE_PRICE).with("symbol", symbol));
    }

    /**
     * Asks how the reference price is calculated. Weight 2. Refused with -2043 when it isn't.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @return the way of calculation
     */
    default Mono<ReferencePriceCalculation> referencePriceCalculation(String symbol) {
        return exchange(Call.of(MarketDataEndpoints.REFERENCE_PRICE_CALCULATION).with("symbol", symbol));
    }

    /**
     * Asks how the reference price is calculated, if the symbol has some status. Weight 2. Refused with -2043 when it isn't
     * calculated.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @param status TRADING, HALT or BREAK
     * @return the way of calculation
     */
    default Mono<ReferencePriceCalculation> referencePriceCalculation(String symbol, SymbolStatus status) {
        return exchange(Call.of(MarketDataEndpoints.REFERENCE_PRICE_CALCULATION)
                .with("symbol", symbol)
                .with("symbolStatus", status));
    }
}
