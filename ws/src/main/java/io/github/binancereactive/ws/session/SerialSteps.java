/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.util.concurrent.Queues;

/**
 * Runs steps one after the other, on the thread of whoever finds nobody at it: no lock, no thread of its own, no hop. A
 * step that adds a step returns first.
 */
final class SerialSteps {

    private final Queue<Runnable> queue =
            Queues.<Runnable>unboundedMultiproducer().get();
    private final AtomicInteger pending = new AtomicInteger();

    void run(Runnable step) {
        queue.offer(step);
        if (pending.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            Runnable next;
            while ((next = queue.poll()) != null) {
                // One step that fails must not stop all that come after it: requests would wait for ever.
                Callout.run("A step of a session", next);
            }
            missed = pending.addAndGet(-missed);
        } while (missed != 0);
    }
}
