/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.api.SpotApi;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Has a real exchange check an order over both wires, without placing it. */
final class OrderTests implements Act {

    private final Clients clients;
    private final Screen screen;

    OrderTests(Clients clients, Screen screen) {
        this.clients = clients;
        this.screen = screen;
    }

    @Override
    public Mono<Boolean> play() {
        return Flux.fromIterable(clients.wires())
                .concatMap(this::tested)
                .collectList()
                .flatMap(this::show);
    }

    private Mono<Step> tested(Wire wire) {
        SpotApi api = wire.api();
        return Market.of(api).flatMap(market -> new OrderCalls(wire, market, "").tested());
    }

    private Mono<Boolean> show(List<Step> steps) {
        return screen.section("An order, tested over both wires; nothing is placed", Step.table(steps))
                .thenReturn(Step.allHeld(steps));
    }
}
