/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.model.user.UserDataEvent;
import io.github.binancereactive.ws.session.SessionSocket;
import io.github.binancereactive.ws.session.SocketClose;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All uses of the connections of one client, at most one of each kind. Any thread. */
final class ConnectionUses {

    private final Map<Class<?>, ConnectionUse> uses = new ConcurrentHashMap<>();

    /** The use of this kind, made if need be. */
    <U extends ConnectionUse> U of(Class<U> kind, Supplier<U> maker) {
        return kind.cast(uses.computeIfAbsent(kind, absent -> maker.get()));
    }

    Mono<Void> prepare(SessionSocket connection) {
        return Flux.defer(() -> Flux.fromIterable(uses.values()))
                .flatMap(use -> use.prepare(connection))
                .then();
    }

    void onActive(SessionSocket connection) {
        uses.values().forEach(use -> use.onActive(connection));
    }

    /** False when nobody is there to take it. */
    boolean onEvent(SessionSocket connection, int subscriptionId, UserDataEvent event) {
        uses.values().forEach(use -> use.onEvent(connection, subscriptionId, event));
        return !uses.isEmpty();
    }

    void onRevoked(SessionSocket connection) {
        uses.values().forEach(use -> use.onRevoked(connection));
    }

    void onLost(SessionSocket connection, SocketClose close) {
        uses.values().forEach(use -> use.onLost(connection, close));
    }

    void onEnd(@Nullable Throwable cause) {
        uses.values().forEach(use -> use.onEnd(cause));
    }
}
