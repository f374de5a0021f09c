/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import reactor.util.concurrent.Queues;

/**
 * Runs steps one after the other, on the thread of whoever finds nobody at it: no lock, no thread of its own, no hop. A
 * step that adds a step returns first. Any thread.
 *
 * <p>Whoever has a step that comes often asks {@link #begin} first, so that nothing has to be queued for it.
 */
public final class SerialSteps {

    private static final AtomicIntegerFieldUpdater<SerialSteps> PENDING =
            AtomicIntegerFieldUpdater.newUpdater(SerialSteps.class, "pending");

    private final Queue<Runnable> queue =
            Queues.<Runnable>unboundedMultiproducer().get();
    private final String what;
    private volatile int pending;

    /**
     * Nothing to do yet.
     *
     * @param what whose steps these are, for the log
     */
    public SerialSteps(String what) {
        this.what = "A step of " + what;
    }

    /**
     * Runs a step after those that were added before: at once, or when whoever is at it comes to it. What it throws is logged.
     *
     * @param step must not block
     */
    public void run(Runnable step) {
        if (begin()) {
            try {
                Callout.run(what, step);
            } finally { // an error of the machine passes through, but the steps to come don't stop for it
                done();
            }
        } else {
            add(step);
        }
    }

    /**
     * Whether the caller may take its step now, since nobody is at it.
     *
     * @return true when it may; then it says {@link #done} afterwards, whatever the step has thrown. If not, it adds its step
     */
    public boolean begin() {
        return pending == 0 && PENDING.compareAndSet(this, 0, 1);
    }

    /** The step that was begun is over: takes those that came meanwhile. */
    public void done() {
        int missed = PENDING.decrementAndGet(this);
        if (missed != 0) {
            drain(missed);
        }
    }

    private void add(Runnable step) {
        queue.offer(step);
        if (PENDING.getAndIncrement(this) == 0) {
            drain(1);
        }
    }

    private void drain(int begun) {
        int missed = begun;
        boolean done = false;
        try {
            do {
                Runnable next;
                while ((next = queue.poll()) != null) {
                    // One step that fails must not stop all that come after it: requests would wait for ever.
                    Callout.run(what, next);
                }
                missed = PENDING.addAndGet(this, -missed);
            } while (missed != 0);
            done = true;
        } finally {
            if (!done) {
                drain(missed);
            }
        }
    }
}
