/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/** Where a session stands and what has happened to it. Written by steps, in one place; read by any thread. */
final class SessionJournal {

    private static final Logger LOG = LoggerFactory.getLogger(WebSocketSession.class);

    private final String name;
    private final Scheduler scheduler;
    private final Sinks.Many<SessionEvent> events = Sinks.many().replay().limit(1);
    private volatile SessionState state;

    SessionJournal(String name, Scheduler scheduler) {
        this.name = name;
        this.scheduler = scheduler;
        this.state = new SessionState(SessionStatus.CONNECTING, 0, 0, 0, now());
    }

    SessionState state() {
        return state;
    }

    SessionStatus status() {
        return state.status();
    }

    Flux<SessionEvent> events() {
        return events.asFlux();
    }

    Instant now() {
        return Instant.ofEpochMilli(scheduler.now(TimeUnit.MILLISECONDS));
    }

    /** Enters the state that an event leaves, and publishes the event. */
    void enter(SessionEvent event, long inUse, int draining, int attempt) {
        SessionStatus status = event.status();
        Instant since = status == state.status() ? state.since() : event.at();
        state = new SessionState(status, inUse, draining, attempt, since);
        LOG.debug(
                "{}: {} {} connection={} attempt={}: {}",
                name,
                event.type(),
                status,
                event.connection(),
                event.attempt(),
                event.reason());
        Callout.run("A subscriber of events()", () -> events.tryEmitNext(event));
    }

    void close() {
        Callout.run("A subscriber of events()", events::tryEmitComplete);
    }
}
