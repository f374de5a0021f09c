/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.model.general.ServerTime;
import io.github.binancereactive.core.time.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps a clock in step with the exchange's. However many requests were refused for their timestamp, one round of questions
 * serves them all: those that come while it runs wait for it, and those that were stamped before it, but refused after it,
 * have nothing to wait for.
 */
final class ClockSync {

    /** The first may include the making of a connection; of the others the shortest counts. */
    static final int QUESTIONS = 3;

    private final ServerClock clock;
    private final AtomicReference<State> state = new AtomicReference<>(new State(0, null));

    ClockSync(ServerClock clock) {
        this.clock = clock;
    }

    /** How many shared rounds there have been: tells what a timestamp was made from. */
    int round() {
        return state.get().round;
    }

    /**
     * Asks for the exchange's time, a few times, one after the other.
     *
     * @param question asks once
     * @return the offset afterwards
     */
    Mono<Duration> observe(Mono<ServerTime> question) {
        return Flux.range(0, QUESTIONS).concatMap(i -> observeOnce(question)).then(Mono.fromSupplier(clock::offset));
    }

    /**
     * The same, once for all who ask for it at a time, and not at all if it has happened meanwhile.
     *
     * @param since the round that didn't serve
     * @param question asks once
     * @return the offset afterwards; cancelling leaves the others their round
     */
    Mono<Duration> renew(int since, Mono<ServerTime> question) {
        return Mono.defer(() -> {
            Mono<Duration> mine = observe(question)
                    .doOnSuccess(offset -> finished(1))
                    .doOnError(e -> finished(0))
                    .cache();
            State now = state.updateAndGet(old -> old.joined(since, mine));
            return now.round == since ? Objects.requireNonNull(now.underWay) : Mono.just(clock.offset());
        });
    }

    private Mono<ServerTime> observeOnce(Mono<ServerTime> question) {
        return Mono.defer(() -> {
            Instant sent = clock.localTime();
            return question.doOnNext(answer -> clock.observe(sent, answer.serverTime(), clock.localTime()));
        });
    }

    private void finished(int rounds) {
        state.updateAndGet(old -> new State(old.round + rounds, null));
    }

    private record State(int round, @Nullable Mono<Duration> underWay) {

        State joined(int since, Mono<Duration> mine) {
            return round != since || underWay != null ? this : new State(round, mine);
        }
    }
}
