/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import io.github.binancereactive.core.BinanceEnvironment;
import io.github.binancereactive.core.limit.ConnectionLimit;
import io.github.binancereactive.core.time.TimestampUnit;
import io.github.binancereactive.rest.BinanceRestClient;
import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.api.WebSocketApiOptions;
import io.github.binancereactive.ws.session.SessionOptions;
import java.time.Duration;

/** How clients are set up. Everything is copy-on-write: what was there before stays as it was. */
public final class ClientOptions {

    private ClientOptions() {}

    /**
     * A REST client that is less patient and more exact than the default.
     *
     * @param environment which exchange
     * @return a client; the caller disposes of it
     */
    public static BinanceRestClient rest(BinanceEnvironment environment) {
        // tag::rest[]
        BinanceRestClient rest = BinanceRestClient.create(environment)
                .withTimeUnit(TimestampUnit.MICROSECOND)
                .withRequestTimeout(Duration.ofSeconds(3));
        // end::rest[]
        return rest;
    }

    /**
     * A WebSocket API client of the same kind.
     *
     * @param environment which exchange
     * @param sameAddress the limit that all clients behind this IP address share
     * @return a client; the caller disposes of it
     */
    public static BinanceWebSocketApiClient webSocket(BinanceEnvironment environment, ConnectionLimit sameAddress) {
        // tag::websocket[]
        SessionOptions session =
                SessionOptions.defaults().withRotationAge(Duration.ofHours(12)).withConnectionLimit(sameAddress);
        BinanceWebSocketApiClient webSocket = BinanceWebSocketApiClient.create(WebSocketApiOptions.of(environment)
                .withTimeUnit(TimestampUnit.MICROSECOND)
                .withRequestTimeout(Duration.ofSeconds(3))
                .withSession(session));
        // end::websocket[]
        return webSocket;
    }
}
