/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;

/**
 * Objects that are costly to make and used by one thread for a moment. Each thread finds the one that it gave back last, but for
 * threads that share a slot by chance: they may have to make a new one, as has a thread that is still using its own.
 *
 * @param <T> the objects
 */
final class Spares<T extends Spares.Spare> {

    private static final int SLOTS = 32; // more than there are event loops on most machines
    private static final int STRIDE = 16; // references: keeps threads out of each other's cache lines

    private final AtomicReferenceArray<T> spares = new AtomicReferenceArray<>(SLOTS * STRIDE);
    private final Supplier<T> maker;

    /** It stays in its slot while it is used, marked as taken: writing a reference costs more than writing a number. */
    abstract static class Spare {

        private final AtomicInteger taken = new AtomicInteger();

        final boolean take() {
            return taken.get() == 0 && taken.compareAndSet(0, 1);
        }

        final void giveBack() {
            taken.setRelease(0);
        }
    }

    Spares(Supplier<T> maker) {
        this.maker = maker;
    }

    T take() {
        int slot = slot();
        T spare = spares.getAcquire(slot);
        if (spare != null && spare.take()) {
            return spare;
        }
        T made = maker.get();
        made.take();
        if (spare == null) {
            spares.setRelease(slot, made);
        }
        return made;
    }

    void giveBack(T spare) {
        spare.giveBack();
    }

    private static int slot() {
        return ((int) Thread.currentThread().getId() & (SLOTS - 1)) * STRIDE;
    }
}
