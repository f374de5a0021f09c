/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.request.OrderListQuery;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Whether an order list was placed. */
record ListPlacementQuestion(OrderListQuery query) implements Question {

    static @Nullable Question about(Call<?> call) {
        String id = call.clientOrderId();
        return id == null ? null : new ListPlacementQuestion(OrderListQuery.byListClientOrderId(id));
    }

    @Override
    public Mono<Resolution> ask(AccountApi api, Moment moment) {
        return Question.find(api.orderList(query))
                .filter(list -> moment.mayBe(list.transactionTime()))
                .<Resolution>map(Resolution.ListPlaced::new)
                .switchIfEmpty(Mono.defer(() -> moment.whenOver(new Resolution.NeverPlaced())));
    }
}
