/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * One subscriber and the signals that it has not taken yet. When they become too many, it ends with an error, behind those that
 * it has; nobody else notices. Signals come in steps, one after the other.
 */
final class Outlet {

    private static final Logger LOG = LoggerFactory.getLogger(Outlet.class);

    private final int capacity;
    private final Counters counters;
    private final Sinks.Many<UserDataSignal> sink;

    Outlet(int capacity, Counters counters) {
        this.capacity = capacity;
        this.counters = counters;
        this.sink = Sinks.many().unicast().onBackpressureBuffer(new BoundedQueue<>(capacity));
    }

    Flux<UserDataSignal> flux() {
        return sink.asFlux();
    }

    /** False when this subscriber has ended. */
    boolean emit(UserDataSignal signal) {
        try {
            Sinks.EmitResult result = sink.tryEmitNext(signal);
            if (result == Sinks.EmitResult.FAIL_OVERFLOW) {
                counters.dropped.increment();
                fail(Exceptions.failWithOverflow("a subscriber of user data has not taken " + capacity + " signals"));
            }
            return result.isSuccess();
        } catch (Throwable e) {
            // Against the rules of Reactive Streams: it gets no more, and the others get theirs.
            Exceptions.throwIfJvmFatal(e);
            LOG.error("A subscriber of user data has thrown", e);
            return false;
        }
    }

    void fail(Throwable error) {
        try {
            sink.tryEmitError(error);
        } catch (Throwable e) {
            Exceptions.throwIfJvmFatal(e);
            LOG.error("A subscriber of user data has thrown", e);
        }
    }

    void complete() {
        try {
            sink.tryEmitComplete();
        } catch (Throwable e) {
            Exceptions.throwIfJvmFatal(e);
            LOG.error("A subscriber of user data has thrown", e);
        }
    }
}
