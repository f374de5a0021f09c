/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import java.net.URI;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** The scenarios of the load test. */
final class Scenarios {

    private static final String TIME = "{\"id\":1234567,\"method\":\"time\"}";
    private static final String EXCHANGE_INFO = "{\"id\":1234567,\"method\":\"exchangeInfo\"}";

    private final Address plain;
    private final Address simulator;
    private final LoopResources loops;

    Scenarios(Server server, LoopResources loops) {
        this.plain = server.plain();
        this.simulator = server.simulator();
        this.loops = loops;
    }

    List<Scenario> time() {
        return List.of(
                webSocketTime(1, 0.9),
                webSocketTime(16, 0.75),
                webSocketTime(256, 0.65),
                restTime(1, 0.9),
                restTime(32, 0.75));
    }

    List<Scenario> exchangeInfo() {
        return List.of(
                new Scenario(
                        "WebSocket API exchangeInfo",
                        0,
                        this::webSocketInfo,
                        () -> webSocketFloor(simulator, EXCHANGE_INFO, 1)),
                new Scenario(
                        "REST exchangeInfo",
                        0,
                        this::restInfo,
                        () -> restFloor(simulator.http("/api/v3/exchangeInfo"), 1)));
    }

    private Scenario webSocketTime(int inFlight, double aim) {
        return new Scenario(
                "WebSocket API time, " + inFlight + " in flight",
                aim,
                () -> webSocketTime(inFlight),
                () -> webSocketFloor(plain, TIME, inFlight));
    }

    private Scenario restTime(int connections, double aim) {
        return new Scenario(
                "REST time, " + connections + (connections == 1 ? " connection" : " connections"),
                aim,
                () -> restTime(connections),
                () -> restFloor(plain.http("/api/v3/time"), connections));
    }

    private Side webSocketTime(int inFlight) {
        BinanceWebSocketApiClient client = webSocket(plain);
        return new PublisherSide(client.time(), inFlight, client::dispose);
    }

    private Side webSocketInfo() {
        BinanceWebSocketApiClient client = webSocket(simulator);
        return new PublisherSide(client.exchangeInfo(), 1, client::dispose);
    }

    private BinanceWebSocketApiClient webSocket(Address server) {
        return BinanceWebSocketApiClient.create(
                WebSocketApiOptions.of(server.environment()).withLoopResources(loops));
    }

    private Side webSocketFloor(Address server, String request, int inFlight) {
        return new WebSocketFloor(WebSocketFloor.client().runOn(loops), server.webSocketApi(), request, inFlight);
    }

    private Side restTime(int connections) {
        BinanceRestClient client = rest(plain, connections);
        return new PublisherSide(client.time(), connections, client::dispose);
    }

    private Side restInfo() {
        BinanceRestClient client = rest(simulator, 1);
        return new PublisherSide(client.exchangeInfo(), 1, client::dispose);
    }

    private BinanceRestClient rest(Address server, int connections) {
        return BinanceRestClient.create(server.environment())
                .withLoopResources(loops)
                .withMaxConnections(connections);
    }

    private Side restFloor(URI uri, int connections) {
        ConnectionProvider pool = ConnectionProvider.builder("floor")
                .maxConnections(connections)
                .lifo()
                .build();
        Flux<?> request = HttpClient.create(pool)
                .runOn(loops)
                .headers(headers -> headers.set("accept", "application/json").set("user-agent", "binance-reactive"))
                .get()
                .uri(uri)
                .responseContent();
        return new PublisherSide(request, connections, pool::dispose);
    }
}
