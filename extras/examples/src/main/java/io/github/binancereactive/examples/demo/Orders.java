/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.model.account.Account;
import io.github.binancereactive.core.request.ClientOrderIds;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tests, places, amends, cancels and fills orders over both wires, and shows what that did to the balances. */
final class Orders implements Act {

    private final Clients clients;
    private final Screen screen;

    /** Made here, because to make it takes random numbers, for which an event loop mustn't wait. */
    private final ClientOrderIds ids = ClientOrderIds.create();

    Orders(Clients clients, Screen screen) {
        this.clients = clients;
        this.screen = screen;
    }

    @Override
    public Mono<Boolean> play() {
        return account()
                .flatMap(before ->
                        steps().flatMap(steps -> account().flatMap(after -> show(steps, new Balances(before, after)))));
    }

    private Mono<Account> account() {
        return clients.rest().account();
    }

    private Mono<List<Step>> steps() {
        return Flux.fromIterable(clients.wires())
                .concatMap(wire ->
                        Market.of(wire.api()).flatMapMany(market -> new OrderCalls(wire, market, ids.get()).all()))
                .collectList();
    }

    private Mono<Boolean> show(List<Step> steps, Balances balances) {
        return screen.section("Orders over both wires, by the same typed calls", Step.table(steps))
                .then(screen.section("Balances", balances.table()))
                .thenReturn(Step.allHeld(steps) && balances.areSettled());
    }
}
