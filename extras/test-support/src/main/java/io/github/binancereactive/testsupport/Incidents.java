/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testsupport;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What went wrong behind a test's back, on whatever thread. An incident that nobody takes fails the test that runs, or
 * for a leak, its class. A test that provokes an incident takes it, and by that says that it expected it.
 */
public final class Incidents {

    private static final Queue<Incident> RECORDED = new ConcurrentLinkedQueue<>();

    private Incidents() {}

    static void record(Kind kind, String description, Throwable trace) {
        RECORDED.add(new Incident(kind, description, Thread.currentThread().getName(), trace));
    }

    /** Removes the recorded incidents of one kind and returns them. */
    public static List<Incident> take(Kind kind) {
        List<Incident> taken =
                RECORDED.stream().filter(incident -> incident.kind() == kind).toList();
        RECORDED.removeAll(taken);
        return taken;
    }

    /** Fails if there is an incident that nobody took, and forgets it: the next test starts clean. */
    static void failIfAny(String where) {
        List<Incident> open = new ArrayList<>();
        for (Incident next = RECORDED.poll(); next != null; next = RECORDED.poll()) {
            open.add(next);
        }
        if (!open.isEmpty()) {
            throw asFailure(where, open);
        }
    }

    private static AssertionError asFailure(String where, List<Incident> incidents) {
        StringBuilder message = new StringBuilder(where);
        incidents.forEach(incident -> message.append("\n  ").append(incident.summary()));
        AssertionError failure = new AssertionError(message.toString());
        incidents.forEach(incident -> failure.addSuppressed(incident.trace()));
        return failure;
    }

    /** The kinds of incident. */
    public enum Kind {
        /** A call that blocks, on a thread that must not. */
        BLOCKING_CALL,
        /** An error that came too late for its subscriber. */
        DROPPED_ERROR,
        /** A value that came too late for its subscriber. */
        DROPPED_VALUE,
        /** A Netty resource that was never released. */
        LEAK
    }

    /**
     * One incident.
     *
     * @param kind what kind it is
     * @param description what was blocked on, dropped or leaked
     * @param thread the thread that noticed it
     * @param trace where it was noticed
     */
    public record Incident(Kind kind, String description, String thread, Throwable trace) {

        String summary() {
            return kind + " on " + thread + ": " + description;
        }
    }
}
