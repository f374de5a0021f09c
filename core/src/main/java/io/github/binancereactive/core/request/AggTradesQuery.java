/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.MarketDataEndpoints;
import io.github.binancereactive.core.model.market.AggTrade;
import java.time.Instant;
import java.util.List;

/**
 * Which aggregate trades to look up: from a number on, or by time. Immutable: each method returns a new query, or throws an
 * {@link IllegalArgumentException} that names the parameter and the rule it breaks.
 */
public final class AggTradesQuery {

    private static final Call<List<AggTrade>> CALL = Call.of(MarketDataEndpoints.AGG_TRADES);

    private final Call<List<AggTrade>> call;

    private AggTradesQuery(Call<List<AggTrade>> call) {
        this.call = call;
    }

    /**
     * The last 500 aggregate trades.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @return the query
     */
    public static AggTradesQuery of(String symbol) {
        return new AggTradesQuery(CALL.with("symbol", symbol));
    }

    /**
     * This query, from some aggregate trade on. Not with times.
     *
     * @param aggTradeId the first aggregate trade, zero or more
     * @return a new query
     */
    public AggTradesQuery fromId(long aggTradeId) {
        return new AggTradesQuery(call.with("fromId", aggTradeId));
    }

    /**
     * This query, from some time on: the first trades since then, not the last ones. Not with a first aggregate trade.
     *
     * @param startTime earliest time, included, to the microsecond
     * @return a new query
     */
    public AggTradesQuery from(Instant startTime) {
        return new AggTradesQuery(call.with("startTime", startTime));
    }

    /**
     * This query, up to some time. Not with a first aggregate trade.
     *
     * @param endTime latest time, included, to the microsecond; not before the earliest
     * @return a new query
     */
    public AggTradesQuery to(Instant endTime) {
        return new AggTradesQuery(call.with("endTime", endTime));
    }

    /**
     * This query, with another number of aggregate trades.
     *
     * @param limit most aggregate trades, from 1 to 1000
     * @return a new query
     */
    public AggTradesQuery limit(int limit) {
        return new AggTradesQuery(call.with("limit", limit));
    }

    /**
     * The call that this query is.
     *
     * @return an immutable call
     */
    public Call<List<AggTrade>> call() {
        return call;
    }
}
