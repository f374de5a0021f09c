/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.filter.OrderCheck;
import io.github.binancereactive.core.filter.OrderContext;
import io.github.binancereactive.core.filter.Violation;
import io.github.binancereactive.core.model.trade.CanceledOrder;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.OrderFull;
import io.github.binancereactive.core.model.trade.OrderReport;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.request.AmendOrder;
import io.github.binancereactive.core.request.CancelOrder;
import io.github.binancereactive.core.request.NewOrder;
import java.util.List;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The life of orders over one wire. It knows the API and not the wire, so one class will do for both. */
final class OrderCalls {

    private final Wire wire;
    private final SpotApi api;
    private final Market market;

    private final String id;

    /**
     * @param id what to call the order that rests, so that all calls can name it; where the caller gives none, the client gives
     *     one
     */
    OrderCalls(Wire wire, Market market, String id) {
        this.wire = wire;
        this.api = wire.api();
        this.market = market;
        this.id = id;
    }

    Flux<Step> all() {
        return Flux.concat(tested(), refused(), placed(), amended(), canceled(), filled());
    }

    Mono<Step> tested() {
        return Step.of(
                wire,
                "testOrder",
                api.testOrder(market.resting()).thenReturn("would be taken"),
                words -> words,
                words -> true);
    }

    /** The exchange refuses what the rules have named before. */
    private Mono<Step> refused() {
        NewOrder order = market.tooFine();
        OrderCheck check = market.rules().validate(order, OrderContext.UNKNOWN);
        List<String> foreseen =
                check.violations().stream().map(Violation::filterType).toList();
        return Step.of(
                wire,
                "testOrder, too fine",
                refusal(order),
                refused ->
                        "OrderRules said " + String.join(", ", foreseen) + ", the exchange refuses it for " + refused,
                foreseen::contains);
    }

    private Mono<String> refusal(NewOrder order) {
        return api.testOrder(order)
                .thenReturn("nothing")
                .onErrorResume(
                        RejectedException.class,
                        refused -> Mono.just(refused.failedFilter().orElse(refused.reason())));
    }

    private Mono<Step> placed() {
        return Step.of(
                wire,
                "newOrder LIMIT",
                api.newOrder(market.resting().clientOrderId(id)),
                OrderCalls::describe,
                answer -> hasStatus(answer, OrderStatus.NEW));
    }

    /** An amended order has another client order id unless it is told to keep its own. */
    private Mono<Step> amended() {
        return Step.of(
                wire,
                "amendOrder",
                Mono.justOrEmpty(market.half().quantity())
                        .flatMap(quantity -> api.amendOrder(
                                AmendOrder.of(Market.SYMBOL, id, quantity).newClientOrderId(id))),
                answer -> "now over " + answer.amendedOrder().qty() + ", place in the queue kept",
                answer -> answer.amendedOrder().status() == OrderStatus.NEW);
    }

    private Mono<Step> canceled() {
        return Step.of(
                wire,
                "cancelOrder",
                api.cancelOrder(CancelOrder.of(Market.SYMBOL, id)).cast(CanceledOrder.class),
                order -> order.status() + ", " + Table.plain(order.executedQty()) + " filled",
                order -> order.status() == OrderStatus.CANCELED);
    }

    private Mono<Step> filled() {
        return Step.of(
                wire,
                "newOrder MARKET",
                api.newOrder(market.market()),
                OrderCalls::describe,
                answer -> hasStatus(answer, OrderStatus.FILLED));
    }

    static boolean hasStatus(OrderAnswer answer, OrderStatus status) {
        return answer instanceof OrderReport report && report.status() == status;
    }

    private static String describe(OrderAnswer answer) {
        if (!(answer instanceof OrderReport report)) {
            return "order " + answer.orderId();
        }
        String fills = answer instanceof OrderFull full
                ? full.fills().stream()
                        .map(fill -> fill.qty() + " at " + fill.price())
                        .collect(Collectors.joining(", ", full.fills().isEmpty() ? "" : ": ", ""))
                : "";
        return report.status() + ", " + report.side() + " " + report.origQty() + fills;
    }
}
