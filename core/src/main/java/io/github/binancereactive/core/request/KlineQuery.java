/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.MarketDataEndpoints;
import io.github.binancereactive.core.model.market.Kline;
import io.github.binancereactive.core.model.market.KlineInterval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Which klines to show. Immutable: each method returns a new query, or throws an {@link IllegalArgumentException} that names
 * the parameter and the rule it breaks.
 */
public final class KlineQuery {

    private static final Call<List<Kline>> CALL = Call.of(MarketDataEndpoints.KLINES);

    private final Call<List<Kline>> call;

    private KlineQuery(Call<List<Kline>> call) {
        this.call = call;
    }

    /**
     * The last 500 klines.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @param interval how long each one lasts
     * @return the query
     */
    public static KlineQuery of(String symbol, KlineInterval interval) {
        return new KlineQuery(CALL.with("symbol", symbol).with("interval", interval.wire()));
    }

    /**
     * This query, from some time on: the first klines since then, not the last ones.
     *
     * @param startTime earliest time, to the microsecond
     * @return a new query
     */
    public KlineQuery from(Instant startTime) {
        return new KlineQuery(call.with("startTime", startTime));
    }

    /**
     * This query, up to some time.
     *
     * @param endTime latest time, to the microsecond; not before the earliest
     * @return a new query
     */
    public KlineQuery to(Instant endTime) {
        return new KlineQuery(call.with("endTime", endTime));
    }

    /**
     * This query, with another number of klines.
     *
     * @param limit most klines, from 1 to 1000
     * @return a new query
     */
    public KlineQuery limit(int limit) {
        return new KlineQuery(call.with("limit", limit));
    }

    /**
     * This query, where days, weeks and months begin elsewhere than in UTC. Doesn't touch the times of the query.
     *
     * @param timeZone hours, or hours and minutes, from -12:00 to +14:00: {@code 8}, {@code 05:45}, {@code -1:00}
     * @return a new query
     */
    public KlineQuery timeZone(String timeZone) {
        return new KlineQuery(call.with("timeZone", timeZone));
    }

    /**
     * This query, where days, weeks and months begin elsewhere than in UTC. Doesn't touch the times of the query.
     *
     * @param timeZone from -12:00 to +14:00, without seconds
     * @return a new query
     */
    public KlineQuery timeZone(ZoneOffset timeZone) {
        return timeZone(WireForms.timeZone(timeZone));
    }

    /**
     * The call that this query is.
     *
     * @return an immutable call
     */
    public Call<List<Kline>> call() {
        return call;
    }

    /**
     * The same call for klines that are modified for charts.
     *
     * @return an immutable call
     */
    public Call<List<Kline>> uiCall() {
        return Call.of(MarketDataEndpoints.UI_KLINES).withAll(call.parameters());
    }
}
