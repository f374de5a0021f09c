/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.MarketDataEndpoints;
import io.github.binancereactive.core.model.general.SymbolStatus;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Whose tickers to show: of the last 24 hours, of last prices, or of the best prices on the books. Immutable: each method
 * returns a new query, or throws an {@link IllegalArgumentException} that names the parameter and the rule it breaks.
 */
public final class TickerQuery {

    private static final TickerQuery ALL = new TickerQuery(Call.of(MarketDataEndpoints.TICKER_24HR));

    private final Call<?> call;

    private TickerQuery(Call<?> call) {
        this.call = call;
    }

    /**
     * All symbols.
     *
     * @return the query
     */
    public static TickerQuery all() {
        return ALL;
    }

    /**
     * One symbol.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @return the query
     */
    public static TickerQuery symbol(String symbol) {
        return ALL.with("symbol", symbol);
    }

    /**
     * Some symbols.
     *
     * @param symbols names, none twice
     * @return the query
     */
    public static TickerQuery symbols(String... symbols) {
        return symbols(List.of(symbols));
    }

    /**
     * Some symbols.
     *
     * @param symbols names, none twice
     * @return the query
     */
    public static TickerQuery symbols(Collection<String> symbols) {
        return ALL.with("symbols", symbols);
    }

    /**
     * This query, but only symbols of one status. One symbol that has another is refused with -1220; out of several, the others
     * are left out.
     *
     * @param status TRADING, HALT or BREAK
     * @return a new query
     */
    public TickerQuery symbolStatus(SymbolStatus status) {
        return with("symbolStatus", status);
    }

    /**
     * The call that this query is at one of the endpoints that take it.
     *
     * @param endpoint one of {@link MarketDataEndpoints#TICKER_24HR}, {@link MarketDataEndpoints#TICKER_PRICE} and {@link
     *     MarketDataEndpoints#TICKER_BOOK}
     * @param <R> what it answers
     * @return an immutable call
     */
    public <R> Call<R> call(Endpoint<R> endpoint) {
        return Call.of(endpoint).withAll(call.parameters());
    }

    private TickerQuery with(String name, Object value) {
        return new TickerQuery(call.with(name, Objects.requireNonNull(value, name)));
    }
}
