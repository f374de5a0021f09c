/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.WireTime;
import io.github.binancereactive.core.model.account.Allocation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which allocations of smart order routing. By order, from an allocation on, or by time; without any of it, the oldest.
 * Immutable: each method returns a new query, or throws an {@link IllegalArgumentException}
 * that names the parameter and the rule it breaks.
 */
public final class MyAllocationsQuery {

    private static final Call<List<Allocation>> CALL = Call.of(AccountEndpoints.MY_ALLOCATIONS);

    private final Call<List<Allocation>> call;

    private MyAllocationsQuery(Call<List<Allocation>> call) {
        this.call = call;
    }

    /**
     * The oldest allocations of a symbol.
     *
     * @param symbol what was traded
     * @return the query
     */
    public static MyAllocationsQuery symbol(String symbol) {
        return new MyAllocationsQuery(CALL.with("symbol", symbol));
    }

    /**
     * This query, but only the allocations of one order. Not with times.
     *
     * @param order the exchange's number of the order
     * @return a new query
     */
    public MyAllocationsQuery orderId(long order) {
        return with("orderId", order);
    }

    /**
     * This query, from an allocation on. Not with times.
     *
     * @param first the exchange's number of the first allocation, whether there is such an allocation or not
     * @return a new query
     */
    public MyAllocationsQuery fromAllocationId(long first) {
        return with("fromAllocationId", first);
    }

    /**
     * This query, from a time on. At most 24 hours before the end, when there is one.
     *
     * @param from the earliest time of an allocation; what is finer than a microsecond is cut off
     * @return a new query
     */
    public MyAllocationsQuery startTime(Instant from) {
        return with("startTime", WireTime.of(from));
    }

    /**
     * This query, up to a time.
     *
     * @param to the latest time of an allocation; what is finer than a microsecond is cut off
     * @return a new query
     */
    public MyAllocationsQuery endTime(Instant to) {
        return with("endTime", WireTime.of(to));
    }

    /**
     * This query, with another number of entries than the exchange's default of 500.
     *
     * @param most from 1 to 1000
     * @return a new query
     */
    public MyAllocationsQuery limit(int most) {
        return with("limit", most);
    }

    /**
     * This query, valid for another time than the exchange's default of five seconds.
     *
     * @param window more than zero, at most a minute, in whole microseconds
     * @return a new query
     */
    public MyAllocationsQuery recvWindow(Duration window) {
        return with("recvWindow", Terms.recvWindow(window));
    }

    /**
     * The call that this query is.
     *
     * @return an immutable call
     */
    public Call<List<Allocation>> call() {
        return call;
    }

    private MyAllocationsQuery with(String name, Object value) {
        return new MyAllocationsQuery(call.with(name, value));
    }
}
