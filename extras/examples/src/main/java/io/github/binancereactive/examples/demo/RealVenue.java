/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.ws.session.SessionOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An exchange that others use, too: few requests, no faults but the rotation that any application may ask for. */
final class RealVenue implements Venue {

    private final BinanceEnvironment environment;
    private final @Nullable Credentials credentials;

    RealVenue(BinanceEnvironment environment, @Nullable Credentials credentials) {
        this.environment = environment;
        this.credentials = credentials;
    }

    @Override
    public @Nullable Credentials credentials() {
        return credentials;
    }

    @Override
    public List<Act> acts(Clients clients, Screen screen) {
        return credentials == null ? List.of() : List.of(new OrderTests(clients, screen));
    }

    @Override
    public BinanceEnvironment environment() {
        return environment;
    }

    @Override
    public SessionOptions session() {
        return SessionOptions.defaults();
    }

    @Override
    public List<String> introduction() {
        return List.of(
                "binance-reactive demo, against " + environment.name(),
                "",
                (credentials == null ? "Public endpoints only, no key." : "Orders are tested and not placed.")
                        + " Of the incidents only rotate() is shown: faults need the simulator.");
    }

    @Override
    public int requestsPerSecond() {
        return 10;
    }

    @Override
    public String trafficTitle() {
        return "10 requests a second over the WebSocket API, 1 over REST, and a new connection meanwhile";
    }

    @Override
    public List<Incident> incidents() {
        return List.of(Incident.rotation());
    }

    @Override
    public List<String> symbols() {
        return List.of("BTCUSDT", "ETHUSDT", "BNBUSDT");
    }

    @Override
    public boolean resetStreams() {
        return false;
    }

    @Override
    public boolean limitNextExecutionRules() {
        return false;
    }

    @Override
    public void close() {
        // Nothing of ours.
    }
}
