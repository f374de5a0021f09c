/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.market.KlineInterval;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the exchange shows to everybody: books, trades, and what is computed from trades. A view of a {@link
 * MatchingEngine}, on the same thread. Times are in microseconds since the epoch. A symbol that is not listed is refused
 * with -1121.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/market-data-endpoints">Market data
 *     endpoints</a>
 */
public final class MarketData {

    private static final int AVERAGE_MINUTES = 5;
    private static final long DAY_MICROS = Duration.ofDays(1).toNanos() / 1000;

    private final Floor floor;

    MarketData(Floor floor) {
        this.floor = floor;
    }

    /**
     * Whether the engine trades it.
     *
     * @param symbol the symbol
     * @return true when it is listed
     */
    public boolean isListed(String symbol) {
        return floor.markets().containsKey(symbol);
    }

    /**
     * The listed symbols.
     *
     * @return in the order in which they were listed
     */
    public List<SymbolSettings> symbols() {
        return floor.markets().values().stream().map(Market::settings).toList();
    }

    /**
     * The book.
     *
     * @param symbol the symbol
     * @param limit most levels of a side
     * @return what is visible of it
     */
    public Depth depth(String symbol, int limit) {
        Market market = floor.market(symbol);
        return new Depth(
                market.lastUpdateId(),
                market.book().snapshot(true, limit),
                market.book().snapshot(false, limit));
    }

    /**
     * Trades: the latest, or from an id on.
     *
     * @param symbol the symbol
     * @param query which part
     * @return by id
     */
    public List<MarketTrade> trades(String symbol, HistoryQuery query) {
        return History.page(floor.market(symbol).tape().trades(), MarketTrade::id, MarketTrade::time, query);
    }

    /**
     * Aggregate trades.
     *
     * @param symbol the symbol
     * @param query which part
     * @return by id
     */
    public List<AggregateTrade> aggregateTrades(String symbol, HistoryQuery query) {
        return History.page(
                floor.market(symbol).aggregates().trades(), AggregateTrade::id, AggregateTrade::time, query);
    }

    /**
     * Klines. They begin with the first trade of the symbol; an interval without a trade repeats the last price.
     *
     * @param symbol the symbol
     * @param interval their length
     * @param offset the time zone in which intervals of hours and more begin
     * @param query which part, by open time; {@code fromId} is ignored
     * @param nowMicros now, which is within the last kline
     * @return by open time
     */
    public List<Kline> klines(
            String symbol, KlineInterval interval, ZoneOffset offset, HistoryQuery query, long nowMicros) {
        return Klines.of(floor.market(symbol).tape(), new KlineCalendar(interval, offset), query, nowMicros);
    }

    /**
     * The average price of the last five minutes.
     *
     * @param symbol the symbol
     * @param nowMicros now
     * @return the price
     */
    public AveragePrice averagePrice(String symbol, long nowMicros) {
        TradeTape tape = floor.market(symbol).tape();
        BigDecimal average = tape.average(AVERAGE_MINUTES, nowMicros);
        MarketTrade last = tape.last();
        return new AveragePrice(
                AVERAGE_MINUTES, average == null ? BigDecimal.ZERO : average, last == null ? 0 : last.time());
    }

    /**
     * Statistics of the last 24 hours.
     *
     * @param symbol the symbol
     * @param nowMicros now
     * @return the statistics
     */
    public TickerStatistics ticker24h(String symbol, long nowMicros) {
        return Tickers.of(floor.market(symbol), nowMicros - DAY_MICROS, nowMicros);
    }

    /**
     * Statistics of the trading day.
     *
     * @param symbol the symbol
     * @param offset the time zone in which the day begins
     * @param nowMicros now
     * @return the statistics; the window is the whole day
     */
    public TickerStatistics tradingDay(String symbol, ZoneOffset offset, long nowMicros) {
        KlineCalendar days = new KlineCalendar(KlineInterval.ONE_DAY, offset);
        long open = days.openOf(nowMicros);
        return Tickers.of(floor.market(symbol), open, days.next(open) - 1);
    }

    /**
     * Statistics of a rolling window, which opens on a minute.
     *
     * @param symbol the symbol
     * @param window its length
     * @param nowMicros now
     * @return the statistics
     */
    public TickerStatistics rollingWindow(String symbol, Duration window, long nowMicros) {
        KlineCalendar minutes = new KlineCalendar(KlineInterval.ONE_MINUTE, ZoneOffset.UTC);
        long open = minutes.openOf(nowMicros - window.toNanos() / 1000);
        return Tickers.of(floor.market(symbol), open, nowMicros);
    }

    /**
     * The price of the last trade.
     *
     * @param symbol the symbol
     * @return the price; null before the first trade
     */
    public @Nullable BigDecimal lastPrice(String symbol) {
        return floor.market(symbol).lastPrice();
    }

    /**
     * The best prices.
     *
     * @param symbol the symbol
     * @return the prices
     */
    public BookTicker bookTicker(String symbol) {
        return floor.market(symbol).bookTicker();
    }

    /**
     * The reference price.
     *
     * @param symbol the symbol
     * @return the price; null for none
     */
    public @Nullable BigDecimal referencePrice(String symbol) {
        return floor.market(symbol).referencePrice();
    }
}
