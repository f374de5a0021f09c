/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import io.github.binancereactive.core.time.Backoff;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.testkit.ExchangeSimulator;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import io.github.binancereactive.ws.session.SessionOptions;
import java.time.Duration;
import java.util.Locale;

/** The wire that a test is about. */
enum Via {
    REST("GET /api/v3/time", "POST /api/v3/order") {
        @Override
        Client connect(ExchangeSimulator exchange, Setup setup) {
            BinanceRestClient client = rest(exchange, setup);
            return new Client(client, client);
        }
    },
    WEB_SOCKET("time", "order.place") {
        @Override
        Client connect(ExchangeSimulator exchange, Setup setup) {
            BinanceWebSocketApiClient client = BinanceWebSocketApiClient.create(options(exchange, setup));
            return new Client(client, client);
        }
    };

    private final String time;
    private final String order;

    Via(String time, String order) {
        this.time = time;
        this.order = order;
    }

    /** A client of this wire, which the caller closes. */
    abstract Client connect(ExchangeSimulator exchange, Setup setup);

    static BinanceRestClient rest(ExchangeSimulator exchange, Setup setup) {
        BinanceRestClient client = BinanceRestClient.create(exchange.environment())
                .withServerClock(setup.clock())
                .withBudgetPolicy(setup.policy());
        if (setup.budget() != null) {
            client = client.withBudget(setup.budget());
        }
        return setup.credentials() == null ? client : client.withCredentials(setup.credentials());
    }

    static WebSocketApiOptions options(ExchangeSimulator exchange, Setup setup) {
        return WebSocketApiOptions.of(exchange.environment())
                .withServerClock(setup.clock())
                .withBudget(setup.budget())
                .withBudgetPolicy(setup.policy())
                .withCredentials(setup.credentials())
                .withSession(SessionOptions.defaults().withBackoff(Backoff.fixed(Duration.ofMillis(20))));
    }

    /** How the simulator calls the question for the time. */
    String time() {
        return time;
    }

    /** How the simulator calls the placement of an order. */
    String order() {
        return order;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
