/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.matching.OrderSnapshot;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.reactivestreams.Publisher;

/**
 * One typed call, to be made over either wire.
 *
 * @param name what a failure is to be found by
 * @param call makes it; gets the ids that the exchange gave to orders
 */
record WireCall(String name, BiFunction<SpotApi, Ids, Publisher<?>> call) {

    static WireCall of(String name, Function<SpotApi, Publisher<?>> call) {
        return new WireCall(name, (api, ids) -> call.apply(api));
    }

    static WireCall withIds(String name, BiFunction<SpotApi, Ids, Publisher<?>> call) {
        return new WireCall(name, call);
    }

    @Override
    public String toString() {
        return name;
    }

    /** The exchange's numbers for what the client has given names. */
    interface Ids {

        long order(String clientOrderId);

        long list(String clientOrderId);

        /** From the exchange's own record. */
        static Ids of(ExchangeSimulator exchange) {
            return new Ids() {
                @Override
                public long order(String clientOrderId) {
                    return named(exchange, clientOrderId).orderId();
                }

                @Override
                public long list(String clientOrderId) {
                    return named(exchange, clientOrderId).orderListId();
                }
            };
        }

        private static OrderSnapshot named(ExchangeSimulator exchange, String clientOrderId) {
            return exchange.orders(exchange.account()).stream()
                    .filter(order -> order.clientOrderId().equals(clientOrderId))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no order " + clientOrderId));
        }
    }
}
