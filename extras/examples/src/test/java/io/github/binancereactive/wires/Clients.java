/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.limit.ConnectionLimit;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import io.github.binancereactive.ws.session.SessionOptions;
import java.time.Duration;

/** Clients for tests in which much goes wrong: impatient, and without a budget unless they get one. */
final class Clients {

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final Duration WINDOW = Duration.ofMillis(500);

    private Clients() {}

    static Credentials hmac(ExchangeSimulator exchange) {
        SimulatedAccount account = exchange.account();
        return Credentials.hmac(account.apiKey(), account.secret());
    }

    static BinanceRestClient rest(ExchangeSimulator exchange) {
        return BinanceRestClient.create(exchange.environment())
                .withCredentials(hmac(exchange))
                .withBudget(RequestBudget.unlimited())
                .withRecvWindow(WINDOW)
                .withRequestTimeout(DEADLINE)
                .withHostPause(Duration.ZERO);
    }

    static BinanceWebSocketApiClient webSocket(ExchangeSimulator exchange) {
        return BinanceWebSocketApiClient.create(options(exchange).withBudget(RequestBudget.unlimited()));
    }

    static WebSocketApiOptions options(ExchangeSimulator exchange) {
        return WebSocketApiOptions.of(exchange.environment())
                .withCredentials(hmac(exchange))
                .withRecvWindow(WINDOW)
                .withRequestTimeout(DEADLINE)
                .withSession(SessionOptions.defaults()
                        .withBackoff(Backoff.fixed(Duration.ofMillis(2)))
                        .withStableAfter(Duration.ZERO)
                        .withConnectionLimit(new ConnectionLimit(100_000, Duration.ofMinutes(5))));
    }
}
