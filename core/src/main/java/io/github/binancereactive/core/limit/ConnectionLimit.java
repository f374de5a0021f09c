/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The exchange's limit on attempts to open WebSocket connections: so many from one IP address within so long. One object
 * is to be shared by all clients behind one address; where they share a {@link RequestBudget}, that of the budget. It remembers the attempts of the last window and never lets more than
 * the limit fall into any window, wherever the window begins.
 *
 * <p>Safe for any number of threads; the lock is held for a few instructions and never while calling out.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/rate-limits">Connection limits</a>
 */
public sealed class ConnectionLimit permits BudgetedConnections {

    private final int limit;
    private final Duration window;
    private final Deque<Instant> attempts = new ArrayDeque<>(); // guarded by this

    /**
     * A limit.
     *
     * @param limit how many attempts fit, at least 1
     * @param window into how long, more than zero
     */
    public ConnectionLimit(int limit, Duration window) {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be at least 1, not " + limit);
        }
        if (window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException("window must be positive, not " + window);
        }
        this.limit = limit;
        this.window = window;
    }

    /**
     * The limit of the exchange: 300 attempts in 5 minutes.
     *
     * @return a new limit that nothing has been taken from yet
     */
    public static ConnectionLimit ofExchange() {
        return new ConnectionLimit(300, Duration.ofMinutes(5));
    }

    /**
     * Asks for an attempt now.
     *
     * @param now the present time of the clock that all callers of this object share
     * @return zero when the attempt may be made, and it is then counted; else how long to wait before asking again,
     *     without anything being counted
     */
    public Duration acquire(Instant now) {
        return count(now);
    }

    /** Counts an attempt if it fits. */
    final synchronized Duration count(Instant now) {
        forgetBefore(now);
        if (attempts.size() < limit) {
            attempts.addLast(now);
            return Duration.ZERO;
        }
        return Duration.between(now, attempts.getFirst().plus(window));
    }

    /** Forgets an attempt that was counted and will not be made. */
    final synchronized void takeBack(Instant attempt) {
        attempts.removeLastOccurrence(attempt);
    }

    private void forgetBefore(Instant now) {
        if (!attempts.isEmpty() && attempts.getLast().isAfter(now)) {
            clockWasSetBack(now);
        }
        Instant begin = now.minus(window);
        while (!attempts.isEmpty() && !attempts.getFirst().isAfter(begin)) {
            attempts.removeFirst();
        }
    }

    /** Attempts in the future count as made now: else they would block until that future has come, be it in a year. */
    private void clockWasSetBack(Instant now) {
        for (int i = attempts.size(); i > 0; i--) {
            Instant attempt = attempts.removeFirst();
            attempts.addLast(attempt.isAfter(now) ? now : attempt);
        }
    }
}
