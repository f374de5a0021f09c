/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.account.Order;
import java.time.Duration;

/**
 * Which order. Immutable: each method returns a new query, or throws an {@link IllegalArgumentException}
 * that names the parameter and the rule it breaks.
 */
public final class OrderQuery {

    private static final Call<Order> CALL = Call.of(AccountEndpoints.ORDER);

    private final Call<Order> call;

    private OrderQuery(Call<Order> call) {
        this.call = call;
    }

    /**
     * The order of this number. The quickest way for the exchange.
     *
     * @param symbol what is traded
     * @param orderId the exchange's number of the order
     * @return the query
     */
    public static OrderQuery byOrderId(String symbol, long orderId) {
        return new OrderQuery(CALL.with("symbol", symbol).with("orderId", orderId));
    }

    /**
     * The order of this name. A name may be used again once its order was filled; which of several the exchange finds then, it
     * doesn't say.
     *
     * @param symbol what is traded
     * @param clientOrderId the client's name for the order
     * @return the query
     */
    public static OrderQuery byClientOrderId(String symbol, String clientOrderId) {
        return new OrderQuery(CALL.with("symbol", symbol)).origClientOrderId(clientOrderId);
    }

    /**
     * This query, but refused unless the order of that number has this name, too.
     *
     * @param clientOrderId the client's name for the order
     * @return a new query
     */
    public OrderQuery origClientOrderId(String clientOrderId) {
        return with("origClientOrderId", clientOrderId);
    }

    /**
     * This query, valid for another time than the exchange's default of five seconds.
     *
     * @param window more than zero, at most a minute, in whole microseconds
     * @return a new query
     */
    public OrderQuery recvWindow(Duration window) {
        return with("recvWindow", Terms.recvWindow(window));
    }

    /**
     * The call that this query is.
     *
     * @return an immutable call
     */
    public Call<Order> call() {
        return call;
    }

    private OrderQuery with(String name, Object value) {
        return new OrderQuery(call.with(name, value));
    }
}
