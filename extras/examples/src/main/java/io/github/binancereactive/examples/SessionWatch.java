/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import io.github.binancereactive.ws.api.BinanceWebSocketApiClient;
import io.github.binancereactive.ws.session.SessionEvent;
import java.time.Duration;
import java.util.function.Consumer;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a session tells, and what it can be asked for. */
public final class SessionWatch {

    private final BinanceWebSocketApiClient client;

    /**
     * Watches a client's session.
     *
     * @param client connected or not
     */
    public SessionWatch(BinanceWebSocketApiClient client) {
        this.client = client;
    }

    /**
     * Hands all events over, on a thread that may block.
     *
     * @param log such as a logger
     * @return ends the watching
     */
    public Disposable events(Consumer<String> log) {
        // tag::events[]
        Disposable watching = client.events()
                .publishOn(Schedulers.boundedElastic()) // events come on event loops, where a logger must not block
                .map(SessionWatch::describe)
                .subscribe(log);
        // end::events[]
        return watching;
    }

    private static String describe(SessionEvent event) {
        return event.type() + " connection=" + event.connection() + " attempt=" + event.attempt() + ": "
                + event.reason();
    }

    /**
     * Replaces the connection, then measures a round trip on the new one.
     *
     * @return the time between a ping frame and its pong
     */
    public Mono<Duration> rotateAndPing() {
        // tag::rotate[]
        Mono<Duration> roundTrip =
                client.session().rotate().then(client.session().ping());
        // end::rotate[]
        return roundTrip;
    }
}
