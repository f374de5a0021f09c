/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.account.OrderList;
import java.time.Duration;

/**
 * Which order list. Immutable: each method returns a new query, or throws an {@link IllegalArgumentException}
 * that names the parameter and the rule it breaks.
 */
public final class OrderListQuery {

    private static final Call<OrderList> CALL = Call.of(AccountEndpoints.ORDER_LIST);

    private final Call<OrderList> call;

    private OrderListQuery(Call<OrderList> call) {
        this.call = call;
    }

    /**
     * The order list of this number.
     *
     * @param orderListId the exchange's number of the list
     * @return the query
     */
    public static OrderListQuery byOrderListId(long orderListId) {
        return new OrderListQuery(CALL.with("orderListId", orderListId));
    }

    /**
     * The order list of this name.
     *
     * @param listClientOrderId the client's name for the list, not for one of its orders
     * @return the query
     */
    public static OrderListQuery byListClientOrderId(String listClientOrderId) {
        return new OrderListQuery(CALL.with("origClientOrderId", listClientOrderId));
    }

    /**
     * This query, valid for another time than the exchange's default of five seconds.
     *
     * @param window more than zero, at most a minute, in whole microseconds
     * @return a new query
     */
    public OrderListQuery recvWindow(Duration window) {
        return with("recvWindow", Terms.recvWindow(window));
    }

    /**
     * The call that this query is.
     *
     * @return an immutable call
     */
    public Call<OrderList> call() {
        return call;
    }

    private OrderListQuery with(String name, Object value) {
        return new OrderListQuery(call.with(name, value));
    }
}
