/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.ws.session.WebSocketSession;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * Something that ends with another connection in use.
 *
 * @param title what the screen says
 * @param action makes it happen, without blocking
 */
record Incident(String title, Function<WebSocketSession, Mono<Void>> action) {

    static Incident rotation() {
        return new Incident("rotate(): the application asks for a new connection", WebSocketSession::rotate);
    }

    /** This incident, with something done before. */
    Incident after(Mono<Void> preparation) {
        return new Incident(title, session -> preparation.then(action.apply(session)));
    }

    static Incident of(String title, Runnable action) {
        return new Incident(title, session -> Mono.fromRunnable(action));
    }
}
