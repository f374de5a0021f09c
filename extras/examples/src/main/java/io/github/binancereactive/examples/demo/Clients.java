/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.limit.BudgetOptions;
import io.github.binancereactive.core.limit.BudgetPolicy;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * A client on each wire, and the budget and the clock that they share.
 *
 * @param rest over REST
 * @param webSocket over the WebSocket API
 * @param budget what both may send
 * @param clock what both know of the exchange's time
 */
record Clients(BinanceRestClient rest, BinanceWebSocketApiClient webSocket, RequestBudget budget, ServerClock clock) {

    /** Long enough to wait for the end of the ten seconds in which the exchange counts orders. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    static Clients of(Venue venue) {
        ServerClock clock = ServerClock.over(Clock.systemUTC());
        RequestBudget budget = RequestBudget.local(BudgetOptions.defaults().withClock(clock::now));
        return new Clients(rest(venue, clock, budget), webSocket(venue, clock, budget), budget, clock);
    }

    private static BinanceRestClient rest(Venue venue, ServerClock clock, RequestBudget budget) {
        BinanceRestClient client = BinanceRestClient.create(venue.environment())
                .withServerClock(clock)
                .withBudget(budget)
                .withBudgetPolicy(BudgetPolicy.WAIT)
                .withRequestTimeout(PATIENCE);
        Credentials credentials = venue.credentials();
        return credentials == null ? client : client.withCredentials(credentials);
    }

    private static BinanceWebSocketApiClient webSocket(Venue venue, ServerClock clock, RequestBudget budget) {
        return BinanceWebSocketApiClient.create(WebSocketApiOptions.of(venue.environment())
                .withCredentials(venue.credentials())
                .withSession(venue.session())
                .withServerClock(clock)
                .withBudget(budget)
                .withBudgetPolicy(BudgetPolicy.WAIT)
                .withRequestTimeout(PATIENCE));
    }

    List<Wire> wires() {
        return List.of(
                new Wire("REST", rest, "POST /api/v3/order"), new Wire("WebSocket API", webSocket, "order.place"));
    }

    void dispose() {
        webSocket.dispose();
        rest.dispose();
    }
}
