/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import io.netty.handler.codec.http.HttpHeaders;
import java.net.URI;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Opens the floors: Reactor Netty alone, on these event loops. */
final class Floors {

    private final LoopResources loops;

    Floors(LoopResources loops) {
        this.loops = loops;
    }

    /** The same text again and again. */
    Side webSocket(Address server, String request, int inFlight) {
        return new WebSocketFloor(WebSocketFloor.client().runOn(loops), server.webSocketApi(), request, inFlight);
    }

    /** A query that anybody may make. */
    Side get(URI uri, int connections) {
        ConnectionProvider pool = pool(connections);
        return new PublisherSide(
                http(pool).headers(Floors::headers).get().uri(uri).responseContent(), connections, pool::dispose);
    }

    /** A request that was signed before. */
    Side post(URI uri, String apiKey, int connections) {
        ConnectionProvider pool = pool(connections);
        HttpClient http = http(pool).headers(headers -> {
            headers(headers);
            headers.set("X-MBX-APIKEY", apiKey);
        });
        return new PublisherSide(http.post().uri(uri).responseContent(), connections, pool::dispose);
    }

    private HttpClient http(ConnectionProvider pool) {
        return HttpClient.create(pool).runOn(loops);
    }

    private static void headers(HttpHeaders headers) {
        headers.set("accept", "application/json").set("user-agent", "binance-reactive");
    }

    private static ConnectionProvider pool(int connections) {
        return ConnectionProvider.builder("floor")
                .maxConnections(connections)
                .lifo()
                .build();
    }
}
