/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import io.github.binancereactive.core.stream.StreamFamily;
import io.github.binancereactive.ws.stream.StreamSignal.Dropped;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one subscriber's demand: events, bounded by its policy, and signals before them. The stream adds, one thread at a
 * time; the subscription takes, one thread at a time, which may be another. The lock is held for a few instructions, never while
 * anybody is called.
 */
abstract class Backlog<T> {

    /** What {@link #add} answers when the policy is to fail. */
    static final int FULL = -1;

    private final boolean signals;
    private volatile int size; // events and runs of signals; changed under the lock
    private volatile int events; // likewise
    private volatile long dropped; // likewise
    private long gone; // the same, under the lock

    Backlog(boolean signals) {
        this.signals = signals;
    }

    /** A backlog under a policy; with signals, or without. */
    static <T> Backlog<T> of(Overflow policy, StreamFamily<T> family, boolean signals) {
        if (policy instanceof Overflow.Buffer buffer) {
            return new QueuedBacklog<>(buffer, signals);
        }
        if (policy instanceof Overflow.Pause pause) {
            return new QueuedBacklog<>(pause.afterwards(), signals);
        }
        return new LatestBacklog<>(family, signals);
    }

    boolean isEmpty() {
        return size == 0;
    }

    int events() {
        return events;
    }

    /** How many events were dropped so far. */
    long dropped() {
        return dropped;
    }

    /** Adds an event; says how many had to go for it, it itself perhaps, or {@link #FULL}. */
    final synchronized int add(T event) {
        int outcome = put(event);
        resized();
        return outcome;
    }

    final synchronized void addSignal(StreamSignal<T> signal) {
        putSignal(signal);
        resized();
    }

    /** The next event or signal; null when there is none. */
    final synchronized @Nullable Object poll() {
        Object next = take();
        resized();
        return next;
    }

    final synchronized void clear() {
        empty();
        resized();
    }

    /** How many events it takes from now on, where the policy is a number. */
    synchronized void limit(int most) {}

    private void resized() {
        events = countEvents();
        size = countAll();
        dropped = gone;
    }

    /** Notes in a run that an event was dropped there. Under the lock. */
    final void countDrop(SignalRun<T> where) {
        gone++;
        if (signals) {
            where.add(new Dropped<>(1, gone));
        }
    }

    final boolean hasSignals() {
        return signals;
    }

    // all under the lock

    abstract int put(T event);

    abstract void putSignal(StreamSignal<T> signal);

    abstract @Nullable Object take();

    abstract void empty();

    abstract int countEvents();

    abstract int countAll();
}
