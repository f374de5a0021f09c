/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.error.TransientException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * Where requests are signed whose signatures take too long for an event loop, or wait for random numbers there: those of RSA
 * keys. One after the other, so that they are written in the order in which they were made. Any thread.
 */
final class SlowSigning {

    private final Scheduler scheduler;
    private final AtomicReference<Scheduler.@Nullable Worker> worker =
            new AtomicReference<>(); // made when it is needed

    SlowSigning(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Runs this for a request, or ends the request. */
    void run(PendingRequest<?> request, Runnable signing) {
        try {
            worker().schedule(signing);
        } catch (RejectedExecutionException e) {
            request.fail(new TransientException(request.endpoint().name(), "could not be signed", null, e));
        }
    }

    private Scheduler.Worker worker() {
        Scheduler.Worker present = worker.get();
        if (present != null) {
            return present;
        }
        Scheduler.Worker mine = scheduler.createWorker();
        Scheduler.Worker others = worker.compareAndExchange(null, mine);
        if (others == null) {
            return mine;
        }
        mine.dispose();
        return others;
    }

    /** Nothing more is signed. */
    void end() {
        Scheduler.Worker last = worker.get();
        if (last != null) {
            last.dispose();
        }
    }
}
