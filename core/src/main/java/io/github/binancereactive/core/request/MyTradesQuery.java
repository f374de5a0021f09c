/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.WireTime;
import io.github.binancereactive.core.model.account.AccountTrade;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which trades of the account on a symbol. By order, from a trade on, or by time; without any of it, the newest.
 * Immutable: each method returns a new query, or throws an {@link IllegalArgumentException}
 * that names the parameter and the rule it breaks.
 */
public final class MyTradesQuery {

    private static final Call<List<AccountTrade>> CALL = Call.of(AccountEndpoints.MY_TRADES);

    private final Call<List<AccountTrade>> call;

    private MyTradesQuery(Call<List<AccountTrade>> call) {
        this.call = call;
    }

    /**
     * The newest trades on a symbol.
     *
     * @param symbol what was traded
     * @return the query
     */
    public static MyTradesQuery symbol(String symbol) {
        return new MyTradesQuery(CALL.with("symbol", symbol));
    }

    /**
     * This query, but only the trades of one order: a quarter of the weight. Not with times.
     *
     * @param order the exchange's number of the order
     * @return a new query
     */
    public MyTradesQuery orderId(long order) {
        return with("orderId", order);
    }

    /**
     * This query, from a trade on. Not with times.
     *
     * @param first the exchange's number of the first trade, whether there is such a trade or not
     * @return a new query
     */
    public MyTradesQuery fromId(long first) {
        return with("fromId", first);
    }

    /**
     * This query, from a time on. At most 24 hours before the end, when there is one.
     *
     * @param from the earliest time of a trade; what is finer than a microsecond is cut off
     * @return a new query
     */
    public MyTradesQuery startTime(Instant from) {
        return with("startTime", WireTime.of(from));
    }

    /**
     * This query, up to a time.
     *
     * @param to the latest time of a trade; what is finer than a microsecond is cut off
     * @return a new query
     */
    public MyTradesQuery endTime(Instant to) {
        return with("endTime", WireTime.of(to));
    }

    /**
     * This query, with another number of entries than the exchange's default of 500.
     *
     * @param most from 1 to 1000
     * @return a new query
     */
    public MyTradesQuery limit(int most) {
        return with("limit", most);
    }

    /**
     * This query, valid for another time than the exchange's default of five seconds.
     *
     * @param window more than zero, at most a minute, in whole microseconds
     * @return a new query
     */
    public MyTradesQuery recvWindow(Duration window) {
        return with("recvWindow", Terms.recvWindow(window));
    }

    /**
     * The call that this query is.
     *
     * @return an immutable call
     */
    public Call<List<AccountTrade>> call() {
        return call;
    }

    private MyTradesQuery with(String name, Object value) {
        return new MyTradesQuery(call.with(name, value));
    }
}
