/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.book;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;
import reactor.util.concurrent.Queues;

/**
 * Runs one thing after the other, on the thread of whoever finds nobody at it: no lock, no thread of its own, no hop. What comes
 * during a turn waits for its end, and who brings it goes on.
 */
final class Turns {

    private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

    private final Queue<Runnable> queue =
            Queues.<Runnable>unboundedMultiproducer().get();
    private final AtomicInteger pending = new AtomicInteger();

    void run(Runnable turn) {
        if (pending.compareAndSet(0, 1)) { // the queue is empty: updates, which come one by one, don't pass through it
            call(turn);
        } else {
            queue.offer(turn);
            if (pending.getAndIncrement() != 0) {
                return;
            }
        }
        int missed = 1;
        do {
            Runnable next;
            while ((next = queue.poll()) != null) {
                call(next);
            }
            missed = pending.addAndGet(-missed);
        } while (missed != 0);
    }

    /** One turn that fails must not stop those after it. */
    private static void call(Runnable turn) {
        try {
            turn.run();
        } catch (Throwable e) {
            Exceptions.throwIfJvmFatal(e);
            LOG.error("A turn of an order book has thrown", e);
        }
    }
}
