/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.ws.session.SessionSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/**
 * Tells accounts when a connection has brought all that another one, subscribed to by now, can't bring: what the exchange had
 * written before our ping stands before its pong, and what was still on its way within the exchange gets some time. Those that ask
 * at the same moment share a ping, since the exchange may have a thousand accounts on one connection and takes a few messages a
 * second. For steps only.
 */
final class Farewells {

    private static final Duration BETWEEN_PINGS = Duration.ofMillis(250);

    private final UserDataHub hub;
    private final SessionSocket socket;
    private Map<Duration, List<Runnable>> asking = new LinkedHashMap<>(); // by the time that they want to wait at least
    private boolean busy; // a ping is about to be sent, or was sent just now

    Farewells(UserDataHub hub, SessionSocket socket) {
        this.hub = hub;
        this.socket = socket;
    }

    void await(Duration atLeast, Runnable step) {
        asking.computeIfAbsent(atLeast, absent -> new ArrayList<>()).add(step);
        if (!busy) {
            busy = true;
            hub.step(this::ping); // when this step is over, and all have asked that it makes ask
        }
    }

    /** A ping that was sent before an account asked says nothing to it: that one waits for the next. */
    private void ping() {
        if (asking.isEmpty()) {
            busy = false;
            return;
        }
        Map<Duration, List<Runnable>> all = asking;
        asking = new LinkedHashMap<>();
        Mono<Void> pong = socket.ping().onErrorComplete().then().cache();
        all.forEach((atLeast, steps) -> after(pong, atLeast, () -> steps.forEach(Runnable::run)));
        after(pong, BETWEEN_PINGS, this::ping);
    }

    private void after(Mono<Void> pong, Duration atLeast, Runnable step) {
        Mono.when(pong, Mono.delay(atLeast, hub.api().scheduler()).onErrorComplete())
                .subscribe(nothing -> {}, error -> {}, () -> hub.step(step));
    }
}
