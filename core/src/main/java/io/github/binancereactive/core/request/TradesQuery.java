/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.MarketDataEndpoints;
import io.github.binancereactive.core.model.market.Trade;
import java.util.List;

/**
 * Which older trades to look up. Immutable: each method returns a new query, or throws an {@link IllegalArgumentException}
 * that names the parameter and the rule it breaks.
 */
public final class TradesQuery {

    private static final Call<List<Trade>> CALL = Call.of(MarketDataEndpoints.HISTORICAL_TRADES);

    private final Call<List<Trade>> call;

    private TradesQuery(Call<List<Trade>> call) {
        this.call = call;
    }

    /**
     * The last 500 trades.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @return the query
     */
    public static TradesQuery of(String symbol) {
        return new TradesQuery(CALL.with("symbol", symbol));
    }

    /**
     * This query, from some trade on in place of the last trades.
     *
     * @param tradeId the first trade, zero or more
     * @return a new query
     */
    public TradesQuery fromId(long tradeId) {
        return new TradesQuery(call.with("fromId", tradeId));
    }

    /**
     * This query, with another number of trades.
     *
     * @param limit most trades, from 1 to 1000
     * @return a new query
     */
    public TradesQuery limit(int limit) {
        return new TradesQuery(call.with("limit", limit));
    }

    /**
     * The call that this query is.
     *
     * @return an immutable call
     */
    public Call<List<Trade>> call() {
        return call;
    }
}
