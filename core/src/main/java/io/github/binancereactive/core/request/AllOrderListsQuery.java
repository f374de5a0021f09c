/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.WireTime;
import io.github.binancereactive.core.model.account.OrderList;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which order lists, open or ended. Either from a list on, or by time; without any of it, the newest.
 * Immutable: each method returns a new query, or throws an {@link IllegalArgumentException}
 * that names the parameter and the rule it breaks.
 */
public final class AllOrderListsQuery {

    private static final Call<List<OrderList>> CALL = Call.of(AccountEndpoints.ALL_ORDER_LISTS);

    private final Call<List<OrderList>> call;

    private AllOrderListsQuery(Call<List<OrderList>> call) {
        this.call = call;
    }

    /**
     * The newest order lists.
     *
     * @return the query
     */
    public static AllOrderListsQuery newest() {
        return new AllOrderListsQuery(CALL);
    }

    /**
     * This query, from an order list on. Not with times.
     *
     * @param first the exchange's number of the first list, whether there is such a list or not
     * @return a new query
     */
    public AllOrderListsQuery fromId(long first) {
        return with("fromId", first);
    }

    /**
     * This query, from a time on. At most 24 hours before the end, when there is one.
     *
     * @param from the earliest time at which a list last changed; what is finer than a microsecond is cut off
     * @return a new query
     */
    public AllOrderListsQuery startTime(Instant from) {
        return with("startTime", WireTime.of(from));
    }

    /**
     * This query, up to a time.
     *
     * @param to the latest time at which a list last changed; what is finer than a microsecond is cut off
     * @return a new query
     */
    public AllOrderListsQuery endTime(Instant to) {
        return with("endTime", WireTime.of(to));
    }

    /**
     * This query, with another number of entries than the exchange's default of 500.
     *
     * @param most from 1 to 1000
     * @return a new query
     */
    public AllOrderListsQuery limit(int most) {
        return with("limit", most);
    }

    /**
     * This query, valid for another time than the exchange's default of five seconds.
     *
     * @param window more than zero, at most a minute, in whole microseconds
     * @return a new query
     */
    public AllOrderListsQuery recvWindow(Duration window) {
        return with("recvWindow", Terms.recvWindow(window));
    }

    /**
     * The call that this query is.
     *
     * @return an immutable call
     */
    public Call<List<OrderList>> call() {
        return call;
    }

    private AllOrderListsQuery with(String name, Object value) {
        return new AllOrderListsQuery(call.with(name, value));
    }
}
