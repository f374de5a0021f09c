/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeErrors;
import io.github.binancereactive.testkit.exchange.TimestampUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An upgrade to a connection of the WebSocket API.
 *
 * @param message the request
 * @param unit the unit of times
 * @param returnRateLimits whether answers show rate limits unless a request says otherwise
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/general-api-information">General
 *     API information</a>
 */
record WebSocketUpgrade(HttpMessage message, TimestampUnit unit, boolean returnRateLimits) implements Upgrade {

    static final String PATH = "/ws-api/v3";

    static boolean serves(HttpMessage message) {
        return message.path().equals(PATH);
    }

    /**
     * Reads the URL's parameters.
     *
     * @throws io.github.binancereactive.testkit.exchange.ExchangeError when one is wrong
     */
    static WebSocketUpgrade of(HttpMessage message) {
        TimestampUnit unit = TimestampUnit.of(parameter(message, "timeUnit"));
        String limits = parameter(message, "returnRateLimits");
        if (limits != null && !limits.equals("true") && !limits.equals("false")) {
            throw ExchangeErrors.invalidRequest("Invalid value for 'returnRateLimits'; expected true or false.");
        }
        return new WebSocketUpgrade(message, unit, !"false".equals(limits));
    }

    private static @Nullable String parameter(HttpMessage message, String name) {
        List<String> values = message.query().get(name);
        return values == null ? null : values.get(0);
    }

    @Override
    public ConnectionHandler handler(Simulation simulation, SocketGate socket) {
        return new WebSocketHandler(simulation, socket, this);
    }
}
