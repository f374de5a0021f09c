/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.core.request.OrderQuery;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The order that a request wanted to change. Its number finds it always. Its name may be another since: then the one that the
 * request gave it finds it.
 *
 * @param queries one for each name that it may have, the likeliest first
 */
record TargetOrder(List<OrderQuery> queries) {

    static @Nullable TargetOrder of(Call<?> call) {
        String symbol = Question.text(call, "symbol");
        if (symbol == null) {
            return null;
        }
        Long orderId = Question.number(call, "orderId");
        if (orderId != null) {
            return new TargetOrder(List.of(OrderQuery.byOrderId(symbol, orderId)));
        }
        List<OrderQuery> queries = new ArrayList<>();
        for (String name : List.of("origClientOrderId", "newClientOrderId")) {
            String id = Question.text(call, name);
            if (id != null) {
                queries.add(OrderQuery.byClientOrderId(symbol, id));
            }
        }
        return queries.isEmpty() ? null : new TargetOrder(List.copyOf(queries));
    }

    /** Empty when it can't be found. */
    Mono<Order> find(AccountApi api) {
        return Flux.fromIterable(queries)
                .concatMap(query -> Question.find(api.order(query)), 0)
                .next();
    }

    static Resolution lost() {
        return new Resolution.StillUnknown("the exchange doesn't know the order that was to be changed", null);
    }
}
