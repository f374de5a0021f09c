/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.limit.BudgetOptions;
import io.github.binancereactive.core.limit.BudgetPolicy;
import io.github.binancereactive.core.limit.BudgetState;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import java.time.Clock;
import reactor.core.Disposable;

/**
 * A client on each wire, for one key, with one clock and one budget.
 *
 * @param rest over REST
 * @param webSocket over the WebSocket API
 * @param budget what both may send
 */
public record SharedBudget(BinanceRestClient rest, BinanceWebSocketApiClient webSocket, RequestBudget budget)
        implements Disposable {

    /**
     * Sets both clients up.
     *
     * @param environment which exchange
     * @param credentials whose requests they are
     * @return clients; the caller disposes of them
     */
    public static SharedBudget of(BinanceEnvironment environment, Credentials credentials) {
        // tag::budget[]
        ServerClock clock = ServerClock.over(Clock.systemUTC());
        RequestBudget budget = RequestBudget.local(BudgetOptions.defaults().withClock(clock::now));
        BinanceRestClient rest = BinanceRestClient.create(environment)
                .withCredentials(credentials)
                .withServerClock(clock)
                .withBudget(budget);
        BinanceWebSocketApiClient webSocket = BinanceWebSocketApiClient.create(WebSocketApiOptions.of(environment)
                .withCredentials(credentials)
                .withServerClock(clock)
                .withBudget(budget)
                .withBudgetPolicy(BudgetPolicy.FAIL_FAST)); // instead of waiting for room
        // end::budget[]
        return new SharedBudget(rest, webSocket, budget);
    }

    /**
     * Shows what is left whenever that has changed.
     *
     * @return ends the watching
     */
    public Disposable watch() {
        // tag::watch[]
        Disposable watching = budget.changes()
                .map(BudgetState::limits)
                .subscribe(limits -> limits.forEach(
                        limit -> System.out.println(limit.limit().rateLimitType() + " left: " + limit.remaining())));
        // end::watch[]
        return watching;
    }

    @Override
    public void dispose() {
        webSocket.dispose();
        rest.dispose();
    }
}
