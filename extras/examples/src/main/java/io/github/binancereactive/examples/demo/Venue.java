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

/** Whom the demo talks to, and what can be done to it. */
interface Venue extends AutoCloseable {

    static Venue of(DemoOptions options) {
        return switch (options.exchange()) {
            case SIMULATOR -> new SimulatedVenue();
            case TESTNET -> new RealVenue(BinanceEnvironment.TESTNET, options.credentials());
            case LIVE -> new RealVenue(BinanceEnvironment.LIVE, options.credentials());
        };
    }

    BinanceEnvironment environment();

    SessionOptions session();

    /** What to say first. */
    List<String> introduction();

    /** How many requests a second it may be asked to bear over the WebSocket API. */
    int requestsPerSecond();

    String trafficTitle();

    /** Whose orders they are; null for public calls alone. */
    @Nullable Credentials credentials();

    /** What to show beside public calls, in this order. */
    List<Act> acts(Clients clients, Screen screen);

    /** What happens to the connections, in this order. */
    List<Incident> incidents();

    /** Whose streams and books to show. */
    List<String> symbols();

    /** Resets the connections that bring streams, if that can be made to happen. */
    boolean resetStreams();

    /** Answers the next request for execution rules with 429 and a second to wait, if it can be made to. */
    boolean limitNextExecutionRules();

    @Override
    void close();
}
