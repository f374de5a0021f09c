/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;

/**
 * The subscription of a {@code Mono}: hands its one value over when the subscriber has asked for it, not before. Whoever
 * ends it sees to it that it is ended only once.
 */
abstract class MonoDelivery<R> implements Subscription {

    @SuppressWarnings("rawtypes")
    private static final AtomicIntegerFieldUpdater<MonoDelivery> STATE =
            AtomicIntegerFieldUpdater.newUpdater(MonoDelivery.class, "state");

    private static final int WAITING = 0;
    private static final int REQUESTED = 1;
    private static final int HELD = 2;
    private static final int OVER = 3;

    private final CoreSubscriber<? super R> actual;

    @SuppressWarnings("UnusedVariable") // It is read through its updater.
    private volatile int state;

    private @Nullable R held; // published by the change of state to HELD

    MonoDelivery(CoreSubscriber<? super R> actual) {
        this.actual = actual;
    }

    final CoreSubscriber<? super R> actual() {
        return actual;
    }

    final void deliver(@Nullable R value) {
        if (value == null) {
            state = OVER;
            actual.onComplete();
            return;
        }
        held = value;
        if (STATE.compareAndSet(this, WAITING, HELD)) {
            return;
        }
        if (STATE.compareAndSet(this, REQUESTED, OVER)) {
            emit(value);
        }
    }

    final void deliverError(Throwable error) {
        if (STATE.getAndSet(this, OVER) != OVER) {
            actual.onError(error);
        }
    }

    @Override
    public final void request(long n) {
        if (!Operators.validate(n) || STATE.compareAndSet(this, WAITING, REQUESTED)) {
            return;
        }
        R value = held;
        if (value != null && STATE.compareAndSet(this, HELD, OVER)) {
            emit(value);
        }
    }

    @Override
    public final void cancel() {
        state = OVER;
        onCancel();
    }

    /** Releases what the end of the subscription makes useless. */
    abstract void onCancel();

    private void emit(R value) {
        actual.onNext(value);
        actual.onComplete();
    }
}
