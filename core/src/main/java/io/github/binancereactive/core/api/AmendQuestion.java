/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.core.model.trade.OrderStatus;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Whether an order was amended. Quantities only ever shrink, and so what it has now tells. */
record AmendQuestion(TargetOrder target, BigDecimal newQty) implements Question {

    static @Nullable Question about(Call<?> call) {
        TargetOrder target = TargetOrder.of(call);
        return target == null || !(call.parameters().get("newQty") instanceof BigDecimal quantity)
                ? null
                : new AmendQuestion(target, quantity);
    }

    @Override
    public Mono<Resolution> ask(AccountApi api, Moment moment) {
        return target.find(api)
                .map(order -> told(order, moment))
                .defaultIfEmpty(moment.whenOver(TargetOrder.lost()))
                .flatMap(resolution -> resolution);
    }

    private Mono<Resolution> told(Order order, Moment moment) {
        int beyond = order.origQty().compareTo(newQty);
        if (beyond == 0) {
            return Mono.just(new Resolution.Amended(order));
        }
        if (beyond < 0) {
            String reason = "the order has been amended further, from whichever quantity";
            return moment.whenOver(new Resolution.StillUnknown(reason, null));
        }
        return order.status() == OrderStatus.CANCELED || CancelQuestion.ended(order)
                ? Mono.just(new Resolution.Unchanged(order))
                : moment.whenOver(new Resolution.Unchanged(order));
    }
}
