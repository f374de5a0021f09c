/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.api.OutcomeResolution;
import io.github.binancereactive.core.api.Resolution;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loses the answers to orders, and the orders themselves, and finds out which it was. */
final class UnknownOutcomes implements Act {

    /** How long to wait for what the exchange took at the last moment: for the demo only, the default is 10 s. */
    private static final Duration SETTLING = Duration.ofSeconds(1);

    private static final Duration RECV_WINDOW = Duration.ofSeconds(1);

    private final Clients clients;
    private final Screen screen;
    private final Consumer<Fault> faults;

    UnknownOutcomes(Clients clients, Screen screen, Consumer<Fault> faults) {
        this.clients = clients;
        this.screen = screen;
        this.faults = faults;
    }

    @Override
    public Mono<Boolean> play() {
        return Market.of(clients.rest())
                .flatMapMany(market -> Flux.fromIterable(clients.wires())
                        .flatMapSequential(
                                wire -> onOneWire(wire, market.resting().recvWindow(RECV_WINDOW))))
                .collectList()
                .flatMap(this::show);
    }

    private Flux<Step> onOneWire(Wire wire, NewOrder order) {
        return Flux.concat(
                unknown(wire, order, "answer lost", Fault.resetAfterAnswer(), Resolution.Placed.class),
                unknown(wire, order, "order lost", Fault.resetBeforeAnswer(), Resolution.NeverPlaced.class));
    }

    private Mono<Step> unknown(Wire wire, NewOrder order, String what, Fault fault, Class<? extends Resolution> truth) {
        return Step.of(
                wire,
                "newOrder, " + what,
                lost(wire, order, fault).flatMap(unknown -> resolution(wire).resolve(unknown)),
                UnknownOutcomes::describe,
                truth::isInstance);
    }

    /** Completes without a value when the order is answered after all. */
    private Mono<OutcomeUnknownException> lost(Wire wire, NewOrder order, Fault fault) {
        return Mono.fromRunnable(() -> faults.accept(fault.on(wire.placement())))
                .then(wire.api().newOrder(order))
                .flatMap(answered -> Mono.<OutcomeUnknownException>empty())
                .onErrorResume(OutcomeUnknownException.class, Mono::just);
    }

    private static OutcomeResolution resolution(Wire wire) {
        return OutcomeResolution.over(wire.api()).withSettling(SETTLING);
    }

    private static String describe(Resolution resolution) {
        String name =
                "OutcomeUnknownException, resolved: " + resolution.getClass().getSimpleName();
        return resolution instanceof Resolution.Placed placed
                ? name + ", " + placed.order().status() + " as "
                        + placed.order().orderId()
                : name;
    }

    private Mono<Boolean> show(List<Step> steps) {
        return screen.section(
                        "No answer to an order: it is not sent again, but asked for until the answer is certain",
                        Step.table(steps))
                .then(
                        screen.lines(
                                List.of(
                                        "",
                                        "  For the demo only: 'never placed' counts from 1 s after the order could be taken, not from 10 s.")))
                .then(clients.rest().cancelOpenOrders(Market.SYMBOL))
                .map(canceled -> Step.allHeld(steps)
                        && canceled.size() == clients.wires().size());
    }
}
