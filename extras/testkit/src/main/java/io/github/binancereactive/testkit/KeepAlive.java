/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

/**
 * Pings one connection and ends it when the pongs stay away or its day is over. Event loop only.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/general-api-information">General
 *     API information</a>
 */
final class KeepAlive {

    private final SimulatorClock clock;
    private final Duration pongTimeout;
    private final Consumer<String> ping;
    private final Runnable dead;
    private final @Nullable Disposable pinging;
    private final Disposable lifetime;
    private final Deque<Ping> unanswered = new ArrayDeque<>();
    private @Nullable Disposable timeout;

    /**
     * Starts at once.
     *
     * @param ping sends a ping frame with this payload
     * @param dead ends the connection because a pong stayed away
     * @param old ends the connection because it lived its time
     */
    KeepAlive(Simulation simulation, Consumer<String> ping, Runnable dead, Runnable old) {
        clock = simulation.clock();
        SimulatorSettings settings = simulation.settings();
        pongTimeout = settings.pongTimeout();
        this.ping = ping;
        this.dead = dead;
        pinging = settings.pingInterval().isZero() ? null : clock.every(settings.pingInterval(), this::ping);
        lifetime = clock.after(settings.connectionLifetime(), old);
    }

    private record Ping(String payload, long sentMicros) {}

    private void ping() {
        Ping sent = new Ping(Long.toString(clock.millis()), clock.micros());
        unanswered.add(sent);
        if (unanswered.size() == 1) {
            expectPongTo(sent);
        }
        ping.accept(sent.payload());
    }

    /** A pong to any ping shows that the peer lives, and answers the pings before it as well. */
    boolean pong(String payload) {
        if (unanswered.stream().noneMatch(sent -> sent.payload().equals(payload))) {
            return false;
        }
        while (!unanswered.removeFirst().payload().equals(payload)) {
            // An older ping, answered by this pong too.
        }
        stop(timeout);
        timeout = null;
        Ping oldest = unanswered.peekFirst();
        if (oldest != null) {
            expectPongTo(oldest);
        }
        return true;
    }

    private void expectPongTo(Ping sent) {
        long waited = clock.micros() - sent.sentMicros();
        timeout = clock.after(pongTimeout.minusNanos(waited * 1000), dead);
    }

    void stop() {
        stop(pinging);
        stop(lifetime);
        stop(timeout);
    }

    private static void stop(@Nullable Disposable task) {
        if (task != null) {
            task.dispose();
        }
    }
}
