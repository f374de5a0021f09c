/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.TimestampUnit;

/** An HTTP request that asks to become a WebSocket connection, and what its URL asks for. */
interface Upgrade {

    /** Whether a path is one where a WebSocket connection begins. */
    static boolean serves(HttpMessage message) {
        return WebSocketUpgrade.serves(message) || StreamUpgrade.serves(message);
    }

    /**
     * Reads the URL.
     *
     * @throws io.github.binancereactive.testkit.exchange.ExchangeError when it is wrong
     */
    static Upgrade of(HttpMessage message, Simulation simulation) {
        return StreamUpgrade.serves(message)
                ? StreamUpgrade.of(message, simulation.exchange().limits().streams())
                : WebSocketUpgrade.of(message);
    }

    /** What faults know it by, such as {@code GET /ws-api/v3}. */
    static String method(HttpMessage message) {
        return StreamUpgrade.serves(message) ? StreamUpgrade.method(message) : message.method();
    }

    HttpMessage message();

    /** The unit of times. */
    TimestampUnit unit();

    ConnectionHandler handler(Simulation simulation, SocketGate socket);
}
