/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import reactor.util.concurrent.Queues;

/**
 * The messages that a socket has still to write. Any thread adds; all else is for whoever writes at the moment.
 *
 * <p>While the network takes nothing, messages are given up behind our back, by a deadline or a cancel, and others take their
 * places. Those are let go now and then, so that no more are kept than about twice as many as are wanted.
 */
final class OutgoingQueue {

    private static final int LEAST_TO_PURGE = 1024;

    private final Queue<Outgoing> arrived =
            Queues.<Outgoing>unboundedMultiproducer().get();
    private final Deque<Outgoing> held = new ArrayDeque<>(); // older than what has arrived; by the one who writes
    private int purgeAt = LEAST_TO_PURGE; // likewise

    void offer(Outgoing message) {
        arrived.offer(message);
    }

    /** The oldest; null when there is none. */
    @Nullable Outgoing poll() {
        Outgoing first = held.poll();
        return first != null ? first : arrived.poll();
    }

    /** The network takes nothing. Says how many messages were let go because nobody wants them any more. */
    int hold() {
        Outgoing message;
        while ((message = arrived.poll()) != null) {
            held.add(message);
        }
        int before = held.size();
        if (before >= purgeAt) {
            held.removeIf(each -> !each.isWanted());
            purgeAt = Math.max(LEAST_TO_PURGE, 2 * held.size());
        }
        return before - held.size();
    }
}
