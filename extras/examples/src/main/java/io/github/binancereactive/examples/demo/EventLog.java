/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.ws.session.SessionEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Shows what a session reports, as it comes. */
final class EventLog {

    private static final String LINE = "  %9s  %-16s  %10s  %7s  %s";

    private final Screen screen;
    private final Flux<SessionEvent> events;
    private final Instant start;

    EventLog(Screen screen, Flux<SessionEvent> events, Instant start) {
        this.screen = screen;
        this.events = events;
        this.start = start;
    }

    static List<String> head() {
        return List.of(LINE.formatted("time", "event", "connection", "attempt", "reason"));
    }

    /** Ends when the session does. The first event is the last of those that happened before. */
    Mono<Void> follow() {
        return events.concatMap(event -> screen.event(event.type(), line(event)))
                .then();
    }

    private String line(SessionEvent event) {
        return LINE.formatted(
                event.at().isBefore(start) ? "before" : seconds(event.at()),
                event.type(),
                event.connection() == 0 ? "-" : event.connection(),
                event.attempt() == 0 ? "-" : event.attempt(),
                event.reason());
    }

    private String seconds(Instant at) {
        return String.format(Locale.ROOT, "%.3f s", Duration.between(start, at).toMillis() / 1000.0);
    }
}
