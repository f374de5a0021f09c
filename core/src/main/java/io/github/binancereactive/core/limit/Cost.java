/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import io.github.binancereactive.core.endpoint.Call;
import org.jspecify.annotations.Nullable;

/**
 * What a request takes from the budget before the exchange has answered. What the answer reports wins over it.
 *
 * @param weight request weight
 * @param rawRequests 1 for a request
 * @param orders how many orders it places
 * @param connections 1 for an attempt to open a WebSocket connection
 * @param account whose orders these are, and whose orders the answer's report counts; null for requests without an account
 */
public record Cost(
        int weight,
        int rawRequests,
        int orders,
        int connections,
        @Nullable AccountKey account) {

    /** Checks that nothing is negative and that orders have an account. */
    public Cost {
        if (weight < 0 || rawRequests < 0 || orders < 0 || connections < 0) {
            throw new IllegalArgumentException("a cost can't be negative");
        }
        if (orders > 0 && account == null) {
            throw new IllegalArgumentException("orders are counted by account, and there is none");
        }
    }

    /**
     * The cost of a call as far as the catalogue knows it.
     *
     * @param call the call
     * @param account whose credentials sign it; null for a call that isn't signed
     * @return its weight, one raw request, and its orders
     * @throws IllegalArgumentException when the call places orders and has no account
     */
    public static Cost of(Call<?> call, @Nullable AccountKey account) {
        return new Cost(call.weight(), 1, call.endpoint().orderCost(), 0, account);
    }

    /**
     * The cost of an attempt to open a WebSocket connection.
     *
     * @param weight the request weight that it is charged: 2 for the WebSocket API, none for streams
     * @return one connection, and that weight
     */
    public static Cost connection(int weight) {
        return new Cost(weight, 0, 0, 1, null);
    }
}
