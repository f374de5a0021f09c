/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.stream.StreamFamily;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One stream on one connection, as {@link Handover} sees it: what came from a successor and has to wait. */
final class Source<T> {

    private final StreamFamily<T> family;
    private final long connection;
    private final Deque<T> held = new ArrayDeque<>();
    private final Map<Object, T> firstOfKeys = new HashMap<>(); // of lists, which have several
    private boolean subscribed;
    private boolean retired;
    private boolean incomplete;

    Source(StreamFamily<T> family, long connection) {
        this.family = family;
        this.connection = connection;
    }

    long connection() {
        return connection;
    }

    boolean isSubscribed() {
        return subscribed;
    }

    void subscribed() {
        subscribed = true;
    }

    /** Whether nothing that comes from here counts any more. */
    boolean isRetired() {
        return retired;
    }

    void retire() {
        retired = true;
        held.clear();
        firstOfKeys.clear();
    }

    /** Whether events that were held back had to be given up. */
    boolean isIncomplete() {
        return incomplete;
    }

    /** Whether the exchange has accepted the subscription, as far as one can tell. */
    boolean brings() {
        return subscribed || !held.isEmpty();
    }

    /**
     * Keeps an event until it is this one's turn. When that are too many, the earliest go: the hand-over comes later then, and as
     * long as the predecessor lives, nothing is missed.
     */
    void hold(T event, int most) {
        if (held.size() >= most) {
            incomplete = true;
            makeRoom();
        }
        held.add(event);
        if (family.isList()) {
            firstOfKeys.putIfAbsent(family.key(event), event);
        }
    }

    private void makeRoom() {
        if (family.isList()) {
            held.clear();
            firstOfKeys.clear();
        } else {
            held.poll();
        }
    }

    @Nullable T poll() {
        return held.poll();
    }

    /** The first event held back that can be compared with this one. */
    @Nullable T firstLike(T event) {
        return family.isList() ? firstOfKeys.get(family.key(event)) : held.peek();
    }
}
