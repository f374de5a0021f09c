/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.netty.channel.EventLoop;
import java.util.concurrent.RejectedExecutionException;
import reactor.core.scheduler.Schedulers;

/** How a test's thread reaches into the event loop. */
final class ControlThread {

    private ControlThread() {}

    /**
     * Runs on the event loop; when this returns it has run, unless the caller is a thread that must not block: there it
     * runs soon. A loop that has ended runs nothing.
     */
    static void run(EventLoop loop, Runnable action) {
        if (loop.inEventLoop()) {
            action.run();
            return;
        }
        try {
            var done = loop.submit(action);
            if (!Schedulers.isInNonBlockingThread()) {
                done.syncUninterruptibly();
            }
        } catch (RejectedExecutionException closed) {
            // The simulator is closed, and with it everything that could be acted upon.
        }
    }
}
