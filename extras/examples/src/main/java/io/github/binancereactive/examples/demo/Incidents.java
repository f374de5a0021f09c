/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.ws.session.SessionStatus;
import io.github.binancereactive.ws.session.WebSocketSession;
import java.time.Duration;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets one incident after the other happen, each once the session has got over the one before. */
final class Incidents {

    private static final Duration CALM = Duration.ofMillis(1500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Venue venue;
    private final WebSocketSession session;
    private final Screen screen;
    private final Traffic traffic;

    Incidents(Venue venue, WebSocketSession session, Screen screen, Traffic traffic) {
        this.venue = venue;
        this.session = session;
        this.screen = screen;
        this.traffic = traffic;
    }

    Mono<Void> all() {
        return Mono.delay(CALM)
                .then(progress())
                .thenMany(Flux.fromIterable(venue.incidents()))
                .concatMap(this::one)
                .then();
    }

    private Mono<Void> one(Incident incident) {
        return Mono.defer(() -> {
            long before = session.state().connection();
            return screen.incident(incident.title())
                    .then(incident.action().apply(session))
                    .then(another(before))
                    .then(Mono.delay(CALM))
                    .then(Mono.defer(this::answersToSoManyRequests))
                    .then(progress());
        });
    }

    private Mono<Void> another(long before) {
        return session.events()
                .filter(event -> event.status() == SessionStatus.OPEN && event.connection() > before)
                .next()
                .timeout(PATIENCE)
                .then();
    }

    /** On a busy machine the backlog takes a while, and a request that loses two connections is not repeated again. */
    private Mono<Void> answersToSoManyRequests() {
        long sent = traffic.report().sent();
        return Flux.interval(Duration.ofMillis(50))
                .takeUntil(tick -> traffic.report().sent() - traffic.report().inFlight() >= sent)
                .take(PATIENCE)
                .then();
    }

    private Mono<Void> progress() {
        return Mono.defer(() -> {
            Traffic.Report now = traffic.report();
            return screen.lines(List.of("  so far over the WebSocket API: %,d sent, %,d answered, %,d in flight"
                    .formatted(now.sent(), now.answered(), now.inFlight())));
        });
    }
}
