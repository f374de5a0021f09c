/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.WireTime;
import io.github.binancereactive.core.model.account.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which orders of a symbol, open or ended. Either from an order on, or by time; without any of it, the newest.
 * Immutable: each method returns a new query, or throws an {@link IllegalArgumentException}
 * that names the parameter and the rule it breaks.
 */
public final class AllOrdersQuery {

    private static final Call<List<Order>> CALL = Call.of(AccountEndpoints.ALL_ORDERS);

    private final Call<List<Order>> call;

    private AllOrdersQuery(Call<List<Order>> call) {
        this.call = call;
    }

    /**
     * The newest orders of a symbol.
     *
     * @param symbol what is traded
     * @return the query
     */
    public static AllOrdersQuery symbol(String symbol) {
        return new AllOrdersQuery(CALL.with("symbol", symbol));
    }

    /**
     * This query, from an order on. Not with times, which would make the exchange ignore it.
     *
     * @param first the exchange's number of the first order, whether there is such an order or not
     * @return a new query
     */
    public AllOrdersQuery orderId(long first) {
        return with("orderId", first);
    }

    /**
     * This query, from a time on. At most 24 hours before the end, when there is one.
     *
     * @param from the earliest time at which an order last changed; what is finer than a microsecond is cut off
     * @return a new query
     */
    public AllOrdersQuery startTime(Instant from) {
        return with("startTime", WireTime.of(from));
    }

    /**
     * This query, up to a time.
     *
     * @param to the latest time at which an order last changed; what is finer than a microsecond is cut off
     * @return a new query
     */
    public AllOrdersQuery endTime(Instant to) {
        return with("endTime", WireTime.of(to));
    }

    /**
     * This query, with another number of entries than the exchange's default of 500.
     *
     * @param most from 1 to 1000
     * @return a new query
     */
    public AllOrdersQuery limit(int most) {
        return with("limit", most);
    }

    /**
     * This query, valid for another time than the exchange's default of five seconds.
     *
     * @param window more than zero, at most a minute, in whole microseconds
     * @return a new query
     */
    public AllOrdersQuery recvWindow(Duration window) {
        return with("recvWindow", Terms.recvWindow(window));
    }

    /**
     * The call that this query is.
     *
     * @return an immutable call
     */
    public Call<List<Order>> call() {
        return call;
    }

    private AllOrdersQuery with(String name, Object value) {
        return new AllOrdersQuery(call.with(name, value));
    }
}
