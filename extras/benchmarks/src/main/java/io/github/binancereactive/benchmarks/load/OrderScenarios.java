/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.github.binancereactive.benchmarks.AmpleLimits;
import io.github.binancereactive.benchmarks.SampleKeys;
import io.github.binancereactive.benchmarks.SampleOrder;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import reactor.netty.resources.LoopResources;

/**
 * New orders. Ours gives each an id, a timestamp and a signature of its own, and takes it from the budget; the floor sends what
 * was signed before.
 */
final class OrderScenarios {

    private final Address server;
    private final LoopResources loops;
    private final Floors floors;
    private final Credentials hmac = SampleKeys.hmac();
    private final Credentials ed25519 = SampleKeys.ed25519();

    OrderScenarios(Address server, LoopResources loops) {
        this.server = server;
        this.loops = loops;
        this.floors = new Floors(loops);
    }

    List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        all.addAll(webSocket("HMAC", options().withCredentials(hmac), SampleOrder.frame(hmac)));
        all.addAll(webSocket("Ed25519 log-on", options().withCredentials(ed25519), SampleOrder.frame(null)));
        all.addAll(
                webSocket("Ed25519", options().withCredentials(ed25519).withLogon(false), SampleOrder.frame(ed25519)));
        all.add(webSocket(
                256,
                "Ed25519 log-on, unlimited budget",
                options().withCredentials(ed25519),
                RequestBudget::unlimited,
                SampleOrder.frame(null)));
        all.add(rest(1));
        all.add(rest(32));
        return all;
    }

    private WebSocketApiOptions options() {
        return WebSocketApiOptions.of(server.environment()).withLoopResources(loops);
    }

    private List<Scenario> webSocket(String proof, WebSocketApiOptions options, String sameBytes) {
        return IntStream.of(1, 16, 256)
                .mapToObj(inFlight -> webSocket(inFlight, proof, options, AmpleLimits::budget, sameBytes))
                .toList();
    }

    private Scenario webSocket(
            int inFlight, String how, WebSocketApiOptions options, Supplier<RequestBudget> budget, String sameBytes) {
        return new Scenario(
                "WebSocket API order.place, " + inFlight + " in flight, " + how,
                0,
                () -> {
                    BinanceWebSocketApiClient client =
                            BinanceWebSocketApiClient.create(options.withBudget(budget.get()));
                    return new PublisherSide(client.newOrder(SampleOrder.limit()), inFlight, client::dispose);
                },
                () -> floors.webSocket(server, sameBytes, inFlight));
    }

    private Scenario rest(int connections) {
        return new Scenario(
                "REST order, " + Scenarios.connections(connections) + ", HMAC",
                0,
                () -> {
                    BinanceRestClient client = BinanceRestClient.create(server.environment())
                            .withLoopResources(loops)
                            .withCredentials(hmac)
                            .withBudget(AmpleLimits.budget())
                            .withMaxConnections(connections);
                    return new PublisherSide(client.newOrder(SampleOrder.limit()), connections, client::dispose);
                },
                () -> floors.post(server.http("/api/v3/order?" + SampleOrder.query(hmac)), hmac.apiKey(), connections));
    }
}
