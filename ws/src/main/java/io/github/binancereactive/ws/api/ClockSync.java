/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.core.time.ServerClock;
import io.github.binancereactive.ws.session.SessionSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Asks the exchange for its time, and tells the clock. Any thread. */
final class ClockSync {

    private final ServerClock clock;
    private final RequestCorrelator correlator;
    private final AtomicReference<Sinks.@Nullable One<Duration>> underWay = new AtomicReference<>();

    ClockSync(ServerClock clock, RequestCorrelator correlator) {
        this.clock = clock;
        this.correlator = correlator;
    }

    /** A question of its own for each subscriber. */
    Mono<Duration> once() {
        return ask(Terms.PUBLIC);
    }

    /** A question over one socket, be it in use or not. */
    Mono<Duration> over(SessionSocket socket) {
        return ask(Terms.OURS.over(socket));
    }

    /** One question for all who ask while it is under way: a clock that went wrong makes many requests fail together. */
    Mono<Duration> shared() {
        return Mono.defer(() -> {
            Sinks.One<Duration> mine = Sinks.one();
            Sinks.One<Duration> others = underWay.compareAndExchange(null, mine);
            if (others != null) {
                return others.asMono();
            }
            ask(Terms.OURS)
                    .subscribe(
                            offset -> finish(mine).tryEmitValue(offset),
                            failure -> finish(mine).tryEmitError(failure));
            return mine.asMono();
        });
    }

    private Sinks.One<Duration> finish(Sinks.One<Duration> mine) {
        underWay.set(null);
        return mine;
    }

    private Mono<Duration> ask(Terms terms) {
        return Mono.defer(() -> {
            Instant sent = clock.localTime();
            return correlator.send(Call.of(GeneralEndpoints.TIME), terms).map(answer -> observe(sent, answer));
        });
    }

    private Duration observe(Instant sent, ServerTime answer) {
        clock.observe(sent, answer.serverTime(), clock.localTime());
        return clock.offset();
    }
}
