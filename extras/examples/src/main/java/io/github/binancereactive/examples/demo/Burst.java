/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.request.NewOrder;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Timed;

/** Places more orders at once than the exchange takes in ten seconds: the budget lets those wait that would be refused. */
final class Burst implements Act {

    private static final int ORDERS_ON_EACH_WIRE = 15;
    private static final int FEWER = 20;
    private static final Duration A_MOMENT = Duration.ofMillis(300);

    private final Clients clients;
    private final Screen screen;
    private final IntConsumer ordersInTenSeconds;
    private final int usual;

    /**
     * @param ordersInTenSeconds sets the exchange's limit
     * @param usual the limit before and after
     */
    Burst(Clients clients, Screen screen, IntConsumer ordersInTenSeconds, int usual) {
        this.clients = clients;
        this.screen = screen;
        this.ordersInTenSeconds = ordersInTenSeconds;
        this.usual = usual;
    }

    @Override
    public Mono<Boolean> play() {
        return limit(FEWER)
                .then(Market.of(clients.rest()))
                .flatMap(market ->
                        placements(market.resting()).zipWith(meanwhile().thenReturn(true)))
                .flatMap(both -> limit(usual).then(conclude(both.getT1())));
    }

    /** The budget learns limits from {@code exchangeInfo}, whoever asks for it. */
    private Mono<?> limit(int orders) {
        return Mono.fromRunnable(() -> ordersInTenSeconds.accept(orders))
                .then(clients.rest().exchangeInfo());
    }

    private Mono<List<Timed<OrderAnswer>>> placements(NewOrder order) {
        return Flux.fromIterable(clients.wires())
                .flatMap(wire -> Flux.range(0, ORDERS_ON_EACH_WIRE)
                        .flatMap(i -> wire.api().newOrder(order).timed(), ORDERS_ON_EACH_WIRE))
                .collectList();
    }

    private Mono<Void> meanwhile() {
        String title = "The exchange now takes " + FEWER + " orders in 10 s from an account; " + 2 * ORDERS_ON_EACH_WIRE
                + " are placed at once, and the budget holds back";
        return Mono.delay(A_MOMENT)
                .flatMap(tick ->
                        screen.section(title, BudgetTable.lines(clients.budget().state())));
    }

    private Mono<Boolean> conclude(List<Timed<OrderAnswer>> answers) {
        return clients.rest()
                .cancelOpenOrders(Market.SYMBOL)
                .flatMap(canceled -> screen.lines(List.of(verdict(answers)))
                        .thenReturn(allPlaced(answers) && canceled.size() == answers.size()));
    }

    private static boolean allPlaced(List<Timed<OrderAnswer>> answers) {
        return answers.size() == 2 * ORDERS_ON_EACH_WIRE
                && answers.stream().allMatch(answer -> OrderCalls.hasStatus(answer.get(), OrderStatus.NEW));
    }

    private static String verdict(List<Timed<OrderAnswer>> answers) {
        Duration longest =
                answers.stream().map(Timed::elapsed).max(Duration::compareTo).orElse(Duration.ZERO);
        return "\n  %d orders placed, none refused; the last of them after %s."
                .formatted(answers.size(), Table.millis(longest));
    }
}
