/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.time.Backoff;
import java.time.Duration;
import java.util.Set;

/** What to do after a socket closed: try again after a while, or give up. Pure. */
sealed interface ReconnectDecision {

    /** Try again. */
    record Retry(Duration delay, ConnectionAttempts attempts) implements ReconnectDecision {}

    /** No attempt can succeed. */
    record GiveUp(RejectedException cause) implements ReconnectDecision {}

    /**
     * Statuses of the 4xx family that pass by themselves: a firewall (403), a slow client (408), a ban (418), too early
     * (425), too many (429).
     */
    Set<Integer> PASSING = Set.of(403, 408, 418, 425, 429);

    /**
     * Decides.
     *
     * @param close why the socket closed
     * @param attempts the attempts so far, this socket not counted
     * @param lasted whether the socket had been in use for long enough to count as a success
     * @param backoff how long to wait by the number of the attempt
     * @return the decision
     */
    static ReconnectDecision after(SocketClose close, ConnectionAttempts attempts, boolean lasted, Backoff backoff) {
        if (close.kind() == SocketClose.Kind.REFUSED && isFatal(close.code())) {
            return new GiveUp(
                    new RejectedException("connect", close.code(), 0, "the upgrade to a WebSocket was refused"));
        }
        if (close.kind() == SocketClose.Kind.UNPREPARED && close.cause() instanceof RejectedException refusal) {
            return new GiveUp(refusal);
        }
        ConnectionAttempts now = count(close, attempts, lasted);
        Duration delay = backoff.before(Math.max(1, now.failures()));
        Duration asked = close.retryAfter();
        return new Retry(asked != null && asked.compareTo(delay) > 0 ? asked : delay, now);
    }

    private static boolean isFatal(int status) {
        return status >= 300 && status < 500 && !PASSING.contains(status);
    }

    private static ConnectionAttempts count(SocketClose close, ConnectionAttempts attempts, boolean lasted) {
        return switch (close.kind()) {
            case UNREACHABLE, REFUSED, UNPREPARED -> attempts.failedToConnect();
            default -> lasted ? attempts.stable() : attempts.failedLater();
        };
    }
}
