/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.MarketDataEndpoints;
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.model.market.Depth;

/**
 * Which book to show, and how much of it. Immutable: each method returns a new query, or throws an {@link
 * IllegalArgumentException} that names the parameter and the rule it breaks.
 */
public final class DepthQuery {

    private static final Call<Depth> CALL = Call.of(MarketDataEndpoints.DEPTH);

    private final Call<Depth> call;

    private DepthQuery(Call<Depth> call) {
        this.call = call;
    }

    /**
     * The best 100 prices of each side.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @return the query
     */
    public static DepthQuery of(String symbol) {
        return new DepthQuery(CALL.with("symbol", symbol));
    }

    /**
     * This query, with another number of prices. Weight 5 up to 100, 25 up to 500, 50 up to 1000, 250 above.
     *
     * @param limit most prices of each side, from 1 to 5000
     * @return a new query
     */
    public DepthQuery limit(int limit) {
        return new DepthQuery(call.with("limit", limit));
    }

    /**
     * This query, refused with -1220 when the symbol has another status.
     *
     * @param status TRADING, HALT or BREAK
     * @return a new query
     */
    public DepthQuery symbolStatus(SymbolStatus status) {
        return new DepthQuery(call.with("symbolStatus", status));
    }

    /**
     * The call that this query is.
     *
     * @return an immutable call
     */
    public Call<Depth> call() {
        return call;
    }
}
