/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Wakes tests that wait for something to have happened in the simulator, so that none has to sleep. */
final class Changes {

    private final AtomicLong happened = new AtomicLong();
    // Written under the lock; the event loop reads it without, and signals nobody when nobody waits.
    private volatile int waiting;

    void happened() {
        happened.incrementAndGet();
        if (waiting > 0) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    /** Blocks the calling thread until the condition holds; false when it didn't within the timeout, in real time. */
    boolean await(BooleanSupplier condition, Duration timeout) throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        long seen = happened.get();
        // Looked at without the lock, so that a slow condition never holds up the event loop.
        while (!condition.getAsBoolean()) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            seen = next(seen, left);
        }
        return true;
    }

    /** What has happened by now; when that is no more than was seen, waits for more. */
    @SuppressWarnings("WaitNotInLoop") // The caller's loop looks at its condition again, whatever woke it.
    private synchronized long next(long seen, long millis) throws InterruptedException {
        waiting = waiting + 1;
        try {
            if (happened.get() == seen) {
                wait(millis);
            }
            return happened.get();
        } finally {
            waiting = waiting - 1;
        }
    }
}
