/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.core.model.trade.OrderStatus;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Whether an order was canceled. */
record CancelQuestion(TargetOrder target) implements Question {

    private static final Set<OrderStatus> ENDED_BY_ITSELF =
            EnumSet.of(OrderStatus.FILLED, OrderStatus.REJECTED, OrderStatus.EXPIRED, OrderStatus.EXPIRED_IN_MATCH);

    static @Nullable Question about(Call<?> call) {
        TargetOrder target = TargetOrder.of(call);
        return target == null ? null : new CancelQuestion(target);
    }

    @Override
    public Mono<Resolution> ask(AccountApi api, Moment moment) {
        return target.find(api)
                .map(order -> told(order, moment))
                .defaultIfEmpty(moment.whenOver(TargetOrder.lost()))
                .flatMap(resolution -> resolution);
    }

    private static Mono<Resolution> told(Order order, Moment moment) {
        if (order.status() == OrderStatus.CANCELED) {
            return Mono.just(new Resolution.Canceled(order));
        }
        return ended(order)
                ? Mono.just(new Resolution.Unchanged(order))
                : moment.whenOver(new Resolution.Unchanged(order));
    }

    /** Whether nothing can change it any more, though it wasn't canceled. */
    static boolean ended(Order order) {
        return ENDED_BY_ITSELF.contains(order.status());
    }
}
