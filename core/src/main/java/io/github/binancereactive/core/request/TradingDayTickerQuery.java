/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.MarketDataEndpoints;
import io.github.binancereactive.core.endpoint.ResultType;
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.model.market.MiniTicker;
import io.github.binancereactive.core.model.market.Ticker;
import io.github.binancereactive.core.model.market.TickerType;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Whose tickers of a trading day to show, and where its day begins. Immutable: each method returns a new query, or throws an {@link
 * IllegalArgumentException} that names the parameter and the rule it breaks.
 */
public final class TradingDayTickerQuery {

    private static final Call<List<Ticker>> CALL = Call.of(MarketDataEndpoints.TICKER_TRADING_DAY);

    private final Call<List<Ticker>> call;

    private TradingDayTickerQuery(Call<List<Ticker>> call) {
        this.call = call;
    }

    /**
     * One symbol.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @return the query
     */
    public static TradingDayTickerQuery symbol(String symbol) {
        return new TradingDayTickerQuery(CALL.with("symbol", symbol));
    }

    /**
     * Some symbols.
     *
     * @param symbols names, none twice; at most 100
     * @return the query
     */
    public static TradingDayTickerQuery symbols(String... symbols) {
        return symbols(List.of(symbols));
    }

    /**
     * Some symbols.
     *
     * @param symbols names, none twice; at most 100
     * @return the query
     */
    public static TradingDayTickerQuery symbols(Collection<String> symbols) {
        return new TradingDayTickerQuery(CALL.with("symbols", symbols));
    }

    /**
     * This query, with a day that begins elsewhere than in UTC.
     *
     * @param timeZone hours, or hours and minutes, from -12:00 to +14:00: {@code 8}, {@code 05:45}, {@code -1:00}
     * @return a new query
     */
    public TradingDayTickerQuery timeZone(String timeZone) {
        return with("timeZone", timeZone);
    }

    /**
     * This query, with a day that begins elsewhere than in UTC.
     *
     * @param timeZone from -12:00 to +14:00, without seconds
     * @return a new query
     */
    public TradingDayTickerQuery timeZone(ZoneOffset timeZone) {
        return timeZone(WireForms.timeZone(timeZone));
    }

    /**
     * This query, but only symbols of one status. One symbol that has another is refused with -1220; out of several, the others
     * are left out.
     *
     * @param status TRADING, HALT or BREAK
     * @return a new query
     */
    public TradingDayTickerQuery symbolStatus(SymbolStatus status) {
        return with("symbolStatus", status);
    }

    /**
     * The call that this query is.
     *
     * @return an immutable call
     */
    public Call<List<Ticker>> call() {
        return call;
    }

    /**
     * The same call for short tickers.
     *
     * @return an immutable call
     */
    public Call<List<MiniTicker>> miniCall() {
        return Call.of(MarketDataEndpoints.TICKER_TRADING_DAY.answering(ResultType.oneOrListOf(MiniTicker.class)))
                .withAll(call.parameters())
                .with("type", TickerType.MINI);
    }

    private TradingDayTickerQuery with(String name, Object value) {
        return new TradingDayTickerQuery(call.with(name, Objects.requireNonNull(value, name)));
    }
}
