/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Objects that are costly to make and used by one thread for a moment. Each thread finds the one that it gave back last, but for
 * threads that share a slot by chance: they may have to make a new one, as has a thread that is still using its own.
 *
 * @param <T> the objects
 */
final class Spares<T> {

    private static final int SLOTS = 32; // more than there are event loops on most machines
    private static final int STRIDE = 16; // references: keeps threads out of each other's cache lines

    private final AtomicReferenceArray<T> spares = new AtomicReferenceArray<>(SLOTS * STRIDE);
    private final Supplier<T> maker;

    Spares(Supplier<T> maker) {
        this.maker = maker;
    }

    T take() {
        T spare = spares.getAndSet(slot(), null);
        return spare != null ? spare : maker.get();
    }

    void giveBack(T spare) {
        spares.setRelease(slot(), spare);
    }

    private static int slot() {
        return ((int) Thread.currentThread().getId() & (SLOTS - 1)) * STRIDE;
    }
}
