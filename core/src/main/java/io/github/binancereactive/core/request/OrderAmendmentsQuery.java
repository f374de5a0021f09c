/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.account.Amendment;
import java.time.Duration;
import java.util.List;

/**
 * Which amendments of an order. Immutable: each method returns a new query, or throws an {@link IllegalArgumentException}
 * that names the parameter and the rule it breaks.
 */
public final class OrderAmendmentsQuery {

    private static final Call<List<Amendment>> CALL = Call.of(AccountEndpoints.ORDER_AMENDMENTS);

    private final Call<List<Amendment>> call;

    private OrderAmendmentsQuery(Call<List<Amendment>> call) {
        this.call = call;
    }

    /**
     * The amendments of one order.
     *
     * @param symbol what is traded
     * @param orderId the exchange's number of the order
     * @return the query
     */
    public static OrderAmendmentsQuery of(String symbol, long orderId) {
        return new OrderAmendmentsQuery(CALL.with("symbol", symbol).with("orderId", orderId));
    }

    /**
     * This query, from an amendment on.
     *
     * @param first the exchange's number of the first amendment, whether there is such an amendment or not
     * @return a new query
     */
    public OrderAmendmentsQuery fromExecutionId(long first) {
        return with("fromExecutionId", first);
    }

    /**
     * This query, with another number of entries than the exchange's default of 500.
     *
     * @param most from 1 to 1000
     * @return a new query
     */
    public OrderAmendmentsQuery limit(int most) {
        return with("limit", most);
    }

    /**
     * This query, valid for another time than the exchange's default of five seconds.
     *
     * @param window more than zero, at most a minute, in whole microseconds
     * @return a new query
     */
    public OrderAmendmentsQuery recvWindow(Duration window) {
        return with("recvWindow", Terms.recvWindow(window));
    }

    /**
     * The call that this query is.
     *
     * @return an immutable call
     */
    public Call<List<Amendment>> call() {
        return call;
    }

    private OrderAmendmentsQuery with(String name, Object value) {
        return new OrderAmendmentsQuery(call.with(name, value));
    }
}
