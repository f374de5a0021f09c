/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static io.github.binancereactive.core.endpoint.Parameter.number;
import static io.github.binancereactive.core.endpoint.Parameter.oneOf;
import static io.github.binancereactive.core.endpoint.Parameter.string;
import static io.github.binancereactive.core.endpoint.Parameter.strings;
import static io.github.binancereactive.core.endpoint.ParameterRule.atLeastOneOf;
import static io.github.binancereactive.core.endpoint.ParameterRule.atMostOneOf;
import static io.github.binancereactive.core.endpoint.ParameterRule.notWith;
import static io.github.binancereactive.core.endpoint.ParameterRule.ordered;
import static io.github.binancereactive.core.endpoint.WeightRule.Step.upTo;

import io.github.binancereactive.core.model.market.AggTrade;
import io.github.binancereactive.core.model.market.AveragePrice;
import io.github.binancereactive.core.model.market.BlockTrade;
import io.github.binancereactive.core.model.market.BookTicker;
import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.Kline;
import io.github.binancereactive.core.model.market.KlineInterval;
import io.github.binancereactive.core.model.market.MiniTicker;
import io.github.binancereactive.core.model.market.PriceTicker;
import io.github.binancereactive.core.model.market.ReferencePrice;
import io.github.binancereactive.core.model.market.ReferencePriceCalculation;
import io.github.binancereactive.core.model.market.Ticker;
import io.github.binancereactive.core.model.market.Ticker24hr;
import io.github.binancereactive.core.model.market.Trade;
import java.util.List;
import java.util.stream.Stream;

/**
 * The endpoints of public market data. Tickers answer {@link MiniTicker}s when {@code type} is {@code MINI}, and one object
 * in place of a list when {@code symbol} names one symbol: see {@link Endpoint#answering}.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/market-data-endpoints">Market data
 *     endpoints</a>
 */
public final class MarketDataEndpoints {

    private static final Parameter SYMBOL = string("symbol");
    private static final Parameter SYMBOLS = strings("symbols");
    private static final Parameter SYMBOL_STATUS = oneOf("symbolStatus", "TRADING", "HALT", "BREAK");
    private static final Parameter TYPE = oneOf("type", "FULL", "MINI");
    private static final Parameter LIMIT = number("limit").between(1, 1000);
    private static final Parameter FROM_ID = number("fromId").notNegative();
    private static final Parameter START_TIME = number("startTime").notNegative();
    private static final Parameter END_TIME = number("endTime").notNegative();

    private static final Parameter INTERVAL = oneOf(
            "interval",
            Stream.of(KlineInterval.values()).map(KlineInterval::wire).toArray(String[]::new));

    private static final Parameter TIME_ZONE = string("timeZone")
            .matching(
                    "[+]?(14(:00)?|(1[0-3]|0?[0-9])(:[0-5][0-9])?)|-(12(:00)?|(1[01]|0?[0-9])(:[0-5][0-9])?)",
                    "must be hours, or hours and minutes, from -12:00 to +14:00, such as 8, 05:45 or -1:00");

    private static final Parameter WINDOW_SIZE = oneOf("windowSize")
            .matching(
                    "([1-9]|[1-5][0-9])m|([1-9]|1[0-9]|2[0-3])h|[1-7]d",
                    "must be from 1m to 59m, from 1h to 23h or from 1d to 7d");

    private static final int MOST_SYMBOLS = 100;

    /** Asks for a book, as deep as {@code limit} says. */
    public static final Endpoint<Depth> DEPTH = Endpoint.get("/api/v3/depth")
            .ws("depth")
            .weight(WeightRule.byLimit(100, upTo(100, 5), upTo(500, 25), upTo(1000, 50), upTo(5000, 250)))
            .source(DataSource.MEMORY)
            .takes(SYMBOL.required(), number("limit").between(1, 5000), SYMBOL_STATUS)
            .returns(Depth.class);

    /** Asks for the last trades. */
    public static final Endpoint<List<Trade>> TRADES = Endpoint.get("/api/v3/trades")
            .ws("trades.recent")
            .weight(25)
            .source(DataSource.MEMORY)
            .takes(SYMBOL.required(), LIMIT)
            .returns(ResultType.listOf(Trade.class));

    /** Asks for older trades. */
    public static final Endpoint<List<Trade>> HISTORICAL_TRADES = Endpoint.get("/api/v3/historicalTrades")
            .ws("trades.historical")
            .weight(25)
            .source(DataSource.DATABASE)
            .takes(SYMBOL.required(), LIMIT, FROM_ID)
            .returns(ResultType.listOf(Trade.class));

    /** Asks for block trades. */
    public static final Endpoint<List<BlockTrade>> HISTORICAL_BLOCK_TRADES = Endpoint.get(
                    "/api/v3/historicalBlockTrades")
            .ws("blockTrades.historical")
            .weight(25)
            .source(DataSource.DATABASE)
            .takes(SYMBOL.required(), FROM_ID.required(), LIMIT)
            .returns(ResultType.listOf(BlockTrade.class));

    /** Asks for aggregate trades. */
    public static final Endpoint<List<AggTrade>> AGG_TRADES = Endpoint.get("/api/v3/aggTrades")
            .ws("trades.aggregate")
            .weight(4)
            .source(DataSource.DATABASE)
            .takes(SYMBOL.required(), FROM_ID, START_TIME, END_TIME, LIMIT)
            .where(notWith("fromId", "startTime", "endTime"), ordered("startTime", "endTime"))
            .returns(ResultType.listOf(AggTrade.class));

    /** Asks for klines. */
    public static final Endpoint<List<Kline>> KLINES = klines("/api/v3/klines", "klines");

    /** Asks for klines that are modified for charts. */
    public static final Endpoint<List<Kline>> UI_KLINES = klines("/api/v3/uiKlines", "uiKlines");

    /** Asks for the average price of the last minutes. */
    public static final Endpoint<AveragePrice> AVG_PRICE = Endpoint.get("/api/v3/avgPrice")
            .ws("avgPrice")
            .weight(2)
            .source(DataSource.MEMORY)
            .takes(SYMBOL.required())
            .returns(AveragePrice.class);

    /** Asks what was traded within the last 24 hours. */
    public static final Endpoint<List<Ticker24hr>> TICKER_24HR = Endpoint.get("/api/v3/ticker/24hr")
            .ws("ticker.24hr")
            .weight(WeightRule.bySymbols(80, upTo(20, 2), upTo(100, 40)))
            .source(DataSource.MEMORY)
            .takes(SYMBOL, SYMBOLS, TYPE, SYMBOL_STATUS)
            .where(atMostOneOf("symbol", "symbols"))
            .returns(ResultType.oneOrListOf(Ticker24hr.class));

    /** Asks what was traded within a trading day. */
    public static final Endpoint<List<Ticker>> TICKER_TRADING_DAY = Endpoint.get("/api/v3/ticker/tradingDay")
            .ws("ticker.tradingDay")
            .weight(WeightRule.perSymbol(4, 200))
            .source(DataSource.DATABASE)
            .takes(SYMBOL, SYMBOLS.atMost(MOST_SYMBOLS), TIME_ZONE, TYPE, SYMBOL_STATUS)
            .where(atMostOneOf("symbol", "symbols"))
            .whenComplete(atLeastOneOf("symbol", "symbols"))
            .returns(ResultType.oneOrListOf(Ticker.class));

    /** Asks for last prices. */
    public static final Endpoint<List<PriceTicker>> TICKER_PRICE = Endpoint.get("/api/v3/ticker/price")
            .ws("ticker.price")
            .weight(WeightRule.with("symbol", 2, 4))
            .source(DataSource.MEMORY)
            .takes(SYMBOL, SYMBOLS, SYMBOL_STATUS)
            .where(atMostOneOf("symbol", "symbols"))
            .returns(ResultType.oneOrListOf(PriceTicker.class));

    /** Asks for the best prices on the books. */
    public static final Endpoint<List<BookTicker>> TICKER_BOOK = Endpoint.get("/api/v3/ticker/bookTicker")
            .ws("ticker.book")
            .weight(WeightRule.with("symbol", 2, 4))
            .source(DataSource.MEMORY)
            .takes(SYMBOL, SYMBOLS, SYMBOL_STATUS)
            .where(atMostOneOf("symbol", "symbols"))
            .returns(ResultType.oneOrListOf(BookTicker.class));

    /** Asks what was traded within a window of time that ends now. */
    public static final Endpoint<List<Ticker>> TICKER = Endpoint.get("/api/v3/ticker")
            .ws("ticker")
            .weight(WeightRule.perSymbol(4, 200))
            .source(DataSource.DATABASE)
            .takes(SYMBOL, SYMBOLS.atMost(MOST_SYMBOLS), WINDOW_SIZE, TYPE, SYMBOL_STATUS)
            .where(atMostOneOf("symbol", "symbols"))
            .whenComplete(atLeastOneOf("symbol", "symbols"))
            .returns(ResultType.oneOrListOf(Ticker.class));

    /** Asks for the reference price. */
    public static final Endpoint<ReferencePrice> REFERENCE_PRICE = Endpoint.get("/api/v3/referencePrice")
            .ws("referencePrice")
            .weight(2)
            .source(DataSource.MEMORY)
            .takes(SYMBOL.required())
            .returns(ReferencePrice.class);

    /** Asks how the reference price is calculated. */
    public static final Endpoint<ReferencePriceCalculation> REFERENCE_PRICE_CALCULATION = Endpoint.get(
                    "/api/v3/referencePrice/calculation")
            .ws("referencePrice.calculation")
            .weight(2)
            .source(DataSource.MEMORY)
            .takes(SYMBOL.required(), SYMBOL_STATUS)
            .returns(ReferencePriceCalculation.class);

    static final List<Endpoint<?>> ALL = List.of(
            DEPTH,
            TRADES,
            HISTORICAL_TRADES,
            HISTORICAL_BLOCK_TRADES,
            AGG_TRADES,
            KLINES,
            UI_KLINES,
            AVG_PRICE,
            TICKER_24HR,
            TICKER_TRADING_DAY,
            TICKER_PRICE,
            TICKER_BOOK,
            TICKER,
            REFERENCE_PRICE,
            REFERENCE_PRICE_CALCULATION);

    /** Of the tickers: one in place of a list, and short ones. */
    static final List<ResultType<?>> OTHER_ANSWERS = List.of(
            ResultType.of(Ticker24hr.class),
            ResultType.of(Ticker.class),
            ResultType.of(PriceTicker.class),
            ResultType.of(BookTicker.class),
            ResultType.of(MiniTicker.class),
            ResultType.oneOrListOf(MiniTicker.class));

    private MarketDataEndpoints() {}

    private static Endpoint<List<Kline>> klines(String path, String method) {
        return Endpoint.get(path)
                .ws(method)
                .weight(2)
                .source(DataSource.DATABASE)
                .takes(SYMBOL.required(), INTERVAL.required(), START_TIME, END_TIME, TIME_ZONE, LIMIT)
                .where(ordered("startTime", "endTime"))
                .returns(ResultType.listOf(Kline.class));
    }
}
