/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The requests that wait for an answer, found by id. Any thread; no lock.
 *
 * <p>A request's place is its id modulo the size of the table. The size is at least twice the bound, so that a new id finds
 * its place free on the first or second try, and finding an answer's request is one read.
 */
final class PendingTable {

    /** Room for what the client asks for itself: without it a full table could never be emptied. */
    private static final int OURS = 64;

    private final int bound;
    private final int mask;
    private final AtomicReferenceArray<@Nullable PendingRequest<?>> places;
    private final AtomicLong ids = new AtomicLong();
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger ours = new AtomicInteger();

    PendingTable(int bound) {
        int size = Integer.highestOneBit(2 * (bound + OURS) - 1) << 1;
        this.bound = bound;
        this.mask = size - 1;
        this.places = new AtomicReferenceArray<>(size);
    }

    int bound() {
        return bound;
    }

    int count() {
        return count.get() + ours.get();
    }

    /** Gives a request an id and a place; false when as many as allowed are in already. */
    boolean add(PendingRequest<?> request) {
        AtomicInteger counter = counter(request);
        if (counter.incrementAndGet() > (counter == ours ? OURS : bound)) {
            counter.decrementAndGet();
            return false;
        }
        place(request);
        return true;
    }

    /** Gives a request another id and place. Nobody else may remove it meanwhile. */
    void renew(PendingRequest<?> request) {
        places.compareAndSet(place(request.id()), request, null);
        place(request);
    }

    private void place(PendingRequest<?> request) {
        do {
            request.register(ids.incrementAndGet());
        } while (!places.compareAndSet(place(request.id()), null, request));
    }

    void remove(PendingRequest<?> request) {
        if (places.compareAndSet(place(request.id()), request, null)) {
            counter(request).decrementAndGet();
        }
    }

    private AtomicInteger counter(PendingRequest<?> request) {
        return request.terms().ours() ? ours : count;
    }

    @Nullable PendingRequest<?> find(long id) {
        PendingRequest<?> request = places.get(place(id));
        return request != null && request.id() == id ? request : null;
    }

    /** Whether an id was ever given to a request. */
    boolean wasIssued(long id) {
        return id > 0 && id <= ids.get();
    }

    void forEach(Consumer<PendingRequest<?>> action) {
        for (int i = 0; i <= mask; i++) {
            PendingRequest<?> request = places.get(i);
            if (request != null) {
                action.accept(request);
            }
        }
    }

    /** Those that match, in the order in which they were made. */
    List<PendingRequest<?>> select(Predicate<PendingRequest<?>> condition) {
        List<PendingRequest<?>> selected = new ArrayList<>();
        forEach(request -> {
            if (condition.test(request)) {
                selected.add(request);
            }
        });
        selected.sort(Comparator.comparingLong(PendingRequest::id));
        return selected;
    }

    private int place(long id) {
        return (int) id & mask;
    }
}
