/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.request.OrderQuery;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Whether an order was placed. */
record PlacementQuestion(OrderQuery query) implements Question {

    static @Nullable Question about(Call<?> call) {
        String symbol = Question.text(call, "symbol");
        String id = call.clientOrderId();
        return symbol == null || id == null ? null : new PlacementQuestion(OrderQuery.byClientOrderId(symbol, id));
    }

    @Override
    public Mono<Resolution> ask(AccountApi api, Moment moment) {
        return Question.find(api.order(query))
                .filter(order -> moment.mayBe(order.time())) // a name may be used again once its order was filled
                .<Resolution>map(Resolution.Placed::new)
                .switchIfEmpty(Mono.defer(() -> moment.whenOver(new Resolution.NeverPlaced())));
    }
}
