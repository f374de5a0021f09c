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
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Whose tickers of a window of time that ends now to show, and how long the window is. Immutable: each method returns a new query, or throws an {@link
 * IllegalArgumentException} that names the parameter and the rule it breaks.
 */
public final class RollingTickerQuery {

    private static final Call<List<Ticker>> CALL = Call.of(MarketDataEndpoints.TICKER);

    private final Call<List<Ticker>> call;

    private RollingTickerQuery(Call<List<Ticker>> call) {
        this.call = call;
    }

    /**
     * One symbol.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @return the query
     */
    public static RollingTickerQuery symbol(String symbol) {
        return new RollingTickerQuery(CALL.with("symbol", symbol));
    }

    /**
     * Some symbols.
     *
     * @param symbols names, none twice; at most 100
     * @return the query
     */
    public static RollingTickerQuery symbols(String... symbols) {
        return symbols(List.of(symbols));
    }

    /**
     * Some symbols.
     *
     * @param symbols names, none twice; at most 100
     * @return the query
     */
    public static RollingTickerQuery symbols(Collection<String> symbols) {
        return new RollingTickerQuery(CALL.with("symbols", symbols));
    }

    /**
     * This query, with another window than a day. The window begins on a minute, so it is up to 59,999 ms longer.
     *
     * @param window 1 to 59 minutes, 1 to 23 hours or 1 to 7 days
     * @return a new query
     */
    public RollingTickerQuery windowSize(Duration window) {
        return with("windowSize", WireForms.windowSize(window));
    }

    /**
     * This query, but only symbols of one status. One symbol that has another is refused with -1220; out of several, the others
     * are left out.
     *
     * @param status TRADING, HALT or BREAK
     * @return a new query
     */
    public RollingTickerQuery symbolStatus(SymbolStatus status) {
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
        return Call.of(MarketDataEndpoints.TICKER.answering(ResultType.oneOrListOf(MiniTicker.class)))
                .withAll(call.parameters())
                .with("type", TickerType.MINI);
    }

    private RollingTickerQuery with(String name, Object value) {
        return new RollingTickerQuery(call.with(name, Objects.requireNonNull(value, name)));
    }
}
