/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.github.binancereactive.core.limit.ConnectionLimit;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.time.Backoff;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How a session looks after its sockets. Immutable: each {@code with} method returns new options.
 *
 * @param openTimeout how long an attempt to open a socket may take, TLS and upgrade included
 * @param prepareTimeout how long it may then take to bring the socket to its state
 * @param silenceTimeout after how long without any inbound byte a socket is taken for half-open and replaced; found within
 *     a twelfth more. The exchange pings every 20 s
 * @param rotationAge at what age a socket is replaced; the exchange cuts it at 24 h
 * @param rotationJitter by how much at most a socket is replaced earlier, drawn evenly, so that a fleet doesn't move
 *     together
 * @param drainTimeout how long a replaced socket may wait for the answers it still owes
 * @param stableAfter how long a socket must have been in use for its loss to start the back-off anew
 * @param backoff how long to wait before each attempt
 * @param connectionLimit the exchange's limit on attempts; give all clients behind one IP address the same object
 * @param random where jitter comes from
 */
public record SessionOptions(
        Duration openTimeout,
        Duration prepareTimeout,
        Duration silenceTimeout,
        Duration rotationAge,
        Duration rotationJitter,
        Duration drainTimeout,
        Duration stableAfter,
        Backoff backoff,
        ConnectionLimit connectionLimit,
        RandomGenerator random) {

    /** Checks that durations are positive and that the jitter leaves some age. */
    public SessionOptions {
        positive("openTimeout", openTimeout);
        positive("prepareTimeout", prepareTimeout);
        positive("silenceTimeout", silenceTimeout);
        positive("rotationAge", rotationAge);
        positive("drainTimeout", drainTimeout);
        Objects.requireNonNull(stableAfter, "stableAfter");
        Objects.requireNonNull(backoff, "backoff");
        Objects.requireNonNull(connectionLimit, "connectionLimit");
        Objects.requireNonNull(random, "random");
        if (rotationJitter.isNegative() || rotationJitter.compareTo(rotationAge) >= 0) {
            throw new IllegalArgumentException("rotationJitter must be at least zero and less than rotationAge");
        }
    }

    /**
     * The defaults: 10 s to open and to prepare, silence after 60 s, rotation at 23 h less up to 30 min, 15 s to drain,
     * stable after 30 s, back-off doubling from 250 ms to 30 s with full jitter, a connection limit of its own.
     *
     * @return new options
     */
    public static SessionOptions defaults() {
        RandomGenerator random = new SharedRandom();
        return new SessionOptions(
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofHours(23),
                Duration.ofMinutes(30),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                Backoff.exponential(Duration.ofMillis(250), Duration.ofSeconds(30))
                        .fullJitter(random),
                ConnectionLimit.ofExchange(),
                random);
    }

    /**
     * These options with another {@link #openTimeout()}.
     *
     * @param value the new value
     * @return new options
     */
    public SessionOptions withOpenTimeout(Duration value) {
        return with(draft -> draft.openTimeout = value);
    }

    /**
     * These options with another {@link #prepareTimeout()}.
     *
     * @param value the new value
     * @return new options
     */
    public SessionOptions withPrepareTimeout(Duration value) {
        return with(draft -> draft.prepareTimeout = value);
    }

    /**
     * These options with another {@link #silenceTimeout()}.
     *
     * @param value the new value
     * @return new options
     */
    public SessionOptions withSilenceTimeout(Duration value) {
        return with(draft -> draft.silenceTimeout = value);
    }

    /**
     * These options with another {@link #rotationAge()}.
     *
     * @param value the new value
     * @return new options
     */
    public SessionOptions withRotationAge(Duration value) {
        return with(draft -> draft.rotationAge = value);
    }

    /**
     * These options with another {@link #rotationJitter()}.
     *
     * @param value the new value
     * @return new options
     */
    public SessionOptions withRotationJitter(Duration value) {
        return with(draft -> draft.rotationJitter = value);
    }

    /**
     * These options with another {@link #drainTimeout()}.
     *
     * @param value the new value
     * @return new options
     */
    public SessionOptions withDrainTimeout(Duration value) {
        return with(draft -> draft.drainTimeout = value);
    }

    /**
     * These options with another {@link #stableAfter()}.
     *
     * @param value the new value
     * @return new options
     */
    public SessionOptions withStableAfter(Duration value) {
        return with(draft -> draft.stableAfter = value);
    }

    /**
     * These options with another {@link #backoff()}.
     *
     * @param value the new value
     * @return new options
     */
    public SessionOptions withBackoff(Backoff value) {
        return with(draft -> draft.backoff = value);
    }

    /**
     * These options with another {@link #connectionLimit()}.
     *
     * @param value the new value
     * @return new options
     */
    public SessionOptions withConnectionLimit(ConnectionLimit value) {
        return with(draft -> draft.connectionLimit = value);
    }

    /**
     * These options with another {@link #random()}.
     *
     * @param value the new value
     * @return new options
     */
    public SessionOptions withRandom(RandomGenerator value) {
        return with(draft -> draft.random = value);
    }

    /**
     * These options, with attempts to connect that count in a budget.
     *
     * @param budget the budget; null for none, and one without limits leaves these options as they are
     * @param weight what the exchange charges for a connection
     * @return options whose {@link #connectionLimit()} is the budget's
     */
    public SessionOptions limitedBy(@Nullable RequestBudget budget, int weight) {
        return budget == null || budget == RequestBudget.unlimited()
                ? this
                : with(draft -> draft.connectionLimit = budget.connections(weight));
    }

    private static void positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + " must be more than zero, not " + value);
        }
    }

    private SessionOptions with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.finish();
    }

    /** A copy to be changed: the one place that names all components twice. */
    private static final class Draft {
        Duration openTimeout;
        Duration prepareTimeout;
        Duration silenceTimeout;
        Duration rotationAge;
        Duration rotationJitter;
        Duration drainTimeout;
        Duration stableAfter;
        Backoff backoff;
        ConnectionLimit connectionLimit;
        RandomGenerator random;

        Draft(SessionOptions from) {
            openTimeout = from.openTimeout;
            prepareTimeout = from.prepareTimeout;
            silenceTimeout = from.silenceTimeout;
            rotationAge = from.rotationAge;
            rotationJitter = from.rotationJitter;
            drainTimeout = from.drainTimeout;
            stableAfter = from.stableAfter;
            backoff = from.backoff;
            connectionLimit = from.connectionLimit;
            random = from.random;
        }

        SessionOptions finish() {
            return new SessionOptions(
                    openTimeout,
                    prepareTimeout,
                    silenceTimeout,
                    rotationAge,
                    rotationJitter,
                    drainTimeout,
                    stableAfter,
                    backoff,
                    connectionLimit,
                    random);
        }
    }
}
