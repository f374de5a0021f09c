/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.github.binancereactive.benchmarks.AmpleLimits;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import java.util.List;
import java.util.function.Supplier;
import reactor.netty.resources.LoopResources;

/**
 * The scenarios of the load test. Requests are taken from a budget that counts all and never makes them wait: see {@link
 * AmpleLimits}. A few go without, to show what it costs.
 */
final class Scenarios {

    private static final String TIME = "{\"id\":1234567,\"method\":\"time\"}";
    private static final String EXCHANGE_INFO = "{\"id\":1234567,\"method\":\"exchangeInfo\"}";

    private final Address plain;
    private final Address simulator;
    private final LoopResources loops;
    private final Floors floors;

    Scenarios(Server server, LoopResources loops) {
        this.plain = server.plain();
        this.simulator = server.simulator();
        this.loops = loops;
        this.floors = new Floors(loops);
    }

    List<Scenario> time() {
        return List.of(
                webSocketTime(1, 0.9, "", AmpleLimits::budget),
                webSocketTime(16, 0.75, "", AmpleLimits::budget),
                webSocketTime(256, 0.65, "", AmpleLimits::budget),
                webSocketTime(256, 0, ", unlimited budget", RequestBudget::unlimited),
                restTime(1, 0.9, "", AmpleLimits::budget),
                restTime(32, 0.75, "", AmpleLimits::budget),
                restTime(32, 0, ", unlimited budget", RequestBudget::unlimited));
    }

    List<Scenario> orders() {
        return new OrderScenarios(plain, loops).all();
    }

    /** The simulator reports limits that are soon used up, so these go without budget. */
    List<Scenario> exchangeInfo() {
        return List.of(
                new Scenario(
                        "WebSocket API exchangeInfo",
                        0,
                        this::webSocketInfo,
                        () -> floors.webSocket(simulator, EXCHANGE_INFO, 1)),
                new Scenario(
                        "REST exchangeInfo",
                        0,
                        this::restInfo,
                        () -> floors.get(simulator.http("/api/v3/exchangeInfo"), 1)));
    }

    private Scenario webSocketTime(int inFlight, double aim, String how, Supplier<RequestBudget> budget) {
        return new Scenario(
                "WebSocket API time, " + inFlight + " in flight" + how,
                aim,
                () -> {
                    BinanceWebSocketApiClient client = webSocket(plain, budget.get());
                    return new PublisherSide(client.time(), inFlight, client::dispose);
                },
                () -> floors.webSocket(plain, TIME, inFlight));
    }

    private Scenario restTime(int connections, double aim, String how, Supplier<RequestBudget> budget) {
        return new Scenario(
                "REST time, " + connections(connections) + how,
                aim,
                () -> {
                    BinanceRestClient client = rest(plain, connections, budget.get());
                    return new PublisherSide(client.time(), connections, client::dispose);
                },
                () -> floors.get(plain.http("/api/v3/time"), connections));
    }

    static String connections(int number) {
        return number + (number == 1 ? " connection" : " connections");
    }

    private Side webSocketInfo() {
        BinanceWebSocketApiClient client = webSocket(simulator, RequestBudget.unlimited());
        return new PublisherSide(client.exchangeInfo(), 1, client::dispose);
    }

    private BinanceWebSocketApiClient webSocket(Address server, RequestBudget budget) {
        return BinanceWebSocketApiClient.create(WebSocketApiOptions.of(server.environment())
                .withLoopResources(loops)
                .withBudget(budget));
    }

    private Side restInfo() {
        BinanceRestClient client = rest(simulator, 1, RequestBudget.unlimited());
        return new PublisherSide(client.exchangeInfo(), 1, client::dispose);
    }

    private BinanceRestClient rest(Address server, int connections, RequestBudget budget) {
        return BinanceRestClient.create(server.environment())
                .withLoopResources(loops)
                .withBudget(budget)
                .withMaxConnections(connections);
    }
}
