/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** The end of a stream towards one subscriber: with signals between the events, or without. */
abstract class Outlet<T> {

    abstract boolean takesSignals();

    abstract void event(T event);

    abstract void signal(StreamSignal<T> signal);

    abstract void error(Throwable failure);

    abstract Context context();

    static <T> Outlet<T> ofEvents(CoreSubscriber<? super T> actual) {
        return new Outlet<>() {

            @Override
            boolean takesSignals() {
                return false;
            }

            @Override
            void event(T event) {
                actual.onNext(event);
            }

            @Override
            void signal(StreamSignal<T> signal) {
                // not asked for
            }

            @Override
            void error(Throwable failure) {
                actual.onError(failure);
            }

            @Override
            Context context() {
                return actual.currentContext();
            }
        };
    }

    static <T> Outlet<T> ofSignals(CoreSubscriber<? super StreamSignal<T>> actual) {
        return new Outlet<>() {

            @Override
            boolean takesSignals() {
                return true;
            }

            @Override
            void event(T event) {
                actual.onNext(new StreamSignal.Event<>(event));
            }

            @Override
            void signal(StreamSignal<T> signal) {
                actual.onNext(signal);
            }

            @Override
            void error(Throwable failure) {
                actual.onError(failure);
            }

            @Override
            Context context() {
                return actual.currentContext();
            }
        };
    }
}
