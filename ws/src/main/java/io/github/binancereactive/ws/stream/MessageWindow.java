/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import java.util.Arrays;

/**
 * When a connection may send its next message, so that never more than so many <em>arrive</em> within a second. When a message
 * arrives nobody knows but that it was between its writing and its answer: so it counts until a second after its answer, however
 * long the network holds it up. For one thread at a time.
 */
final class MessageWindow {

    /** There is no room before an answer comes. */
    static final long UNTIL_ANSWERED = Long.MAX_VALUE;

    private static final long SECOND = 1000;
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private final long[] arrivals; // the last ones, a ring
    private int next;
    private int underWay;

    MessageWindow(int perSecond) {
        this.arrivals = new long[perSecond];
        Arrays.fill(arrivals, LONG_AGO);
    }

    /** Zero when a message may leave now. */
    long millisUntilRoom(long now) {
        int room = arrivals.length - underWay;
        if (room <= 0) {
            return UNTIL_ANSWERED;
        }
        long last = arrivals[Math.floorMod(next - room, arrivals.length)];
        // No longer, also when the clock was put back since.
        return Math.max(0, Math.min(SECOND, last + SECOND - now));
    }

    /** A message has left. */
    void sent() {
        underWay++;
    }

    /** It was answered, or it is so long ago that it must have arrived. */
    void arrived(long now) {
        underWay--;
        count(now);
    }

    /** A message has left that nobody answers, and that didn't ask. */
    void count(long now) {
        arrivals[next] = now;
        next = (next + 1) % arrivals.length;
    }
}
