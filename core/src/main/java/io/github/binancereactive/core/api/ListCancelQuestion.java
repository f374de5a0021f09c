/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.account.OrderList;
import io.github.binancereactive.core.model.trade.ListOrderStatus;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.request.OrderListQuery;
import io.github.binancereactive.core.request.OrderQuery;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whether an order list was canceled. The list only says that it has ended; by what, its orders say. */
record ListCancelQuestion(OrderListQuery query) implements Question {

    static @Nullable Question about(Call<?> call) {
        Long number = Question.number(call, "orderListId");
        if (number != null) {
            return new ListCancelQuestion(OrderListQuery.byOrderListId(number));
        }
        String id = Question.text(call, "listClientOrderId");
        return id == null ? null : new ListCancelQuestion(OrderListQuery.byListClientOrderId(id));
    }

    @Override
    public Mono<Resolution> ask(AccountApi api, Moment moment) {
        return Question.find(api.orderList(query))
                .map(list -> told(api, list, moment))
                .defaultIfEmpty(moment.whenOver(TargetOrder.lost()))
                .flatMap(resolution -> resolution);
    }

    private static Mono<Resolution> told(AccountApi api, OrderList list, Moment moment) {
        return list.listOrderStatus() == ListOrderStatus.ALL_DONE
                ? ended(api, list)
                : moment.whenOver(new Resolution.ListUnchanged(list));
    }

    private static Mono<Resolution> ended(AccountApi api, OrderList list) {
        return Flux.fromIterable(list.orders())
                .concatMap(order -> api.order(OrderQuery.byOrderId(order.symbol(), order.orderId())), 0)
                .any(order -> order.status() == OrderStatus.CANCELED)
                .map(canceled -> canceled ? new Resolution.ListCanceled(list) : new Resolution.ListUnchanged(list));
    }
}
