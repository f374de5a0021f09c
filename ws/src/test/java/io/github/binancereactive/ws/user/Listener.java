/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.model.user.BalanceUpdate;
import io.github.binancereactive.core.model.user.UserDataEvent;
import java.util.ArrayList;
import java.util.List;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/** A subscriber that notes what it is told. */
final class Listener<T> extends BaseSubscriber<T> {

    private final List<T> values = new ArrayList<>(); // guarded by this
    private final long demand;
    private Throwable error; // guarded by this
    private boolean complete; // guarded by this

    private Listener(long demand) {
        this.demand = demand;
    }

    static <T> Listener<T> of(Flux<T> flux) {
        return of(flux, Long.MAX_VALUE);
    }

    static <T> Listener<T> of(Flux<T> flux, long demand) {
        Listener<T> listener = new Listener<>(demand);
        flux.subscribe(listener);
        return listener;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {
        if (demand > 0) {
            request(demand);
        }
    }

    @Override
    protected synchronized void hookOnNext(T value) {
        values.add(value);
    }

    @Override
    protected synchronized void hookOnError(Throwable failure) {
        error = failure;
    }

    @Override
    protected synchronized void hookOnComplete() {
        complete = true;
    }

    synchronized List<T> values() {
        return List.copyOf(values);
    }

    synchronized Throwable error() {
        return error;
    }

    synchronized boolean isComplete() {
        return complete;
    }

    /** The deltas of the balance updates. */
    List<Integer> numbers() {
        return values().stream()
                .map(value -> value instanceof UserDataSignal.Event event ? (Object) event.event() : value)
                .filter(value -> value instanceof BalanceUpdate)
                .map(value -> ((BalanceUpdate) (UserDataEvent) value).delta().intValueExact())
                .toList();
    }

    /** What was signalled beside events. */
    List<UserDataSignal> others() {
        return values().stream()
                .filter(value -> value instanceof UserDataSignal && !(value instanceof UserDataSignal.Event))
                .map(value -> (UserDataSignal) value)
                .toList();
    }

    List<Class<?>> kinds() {
        return others().stream().<Class<?>>map(Object::getClass).toList();
    }
}
