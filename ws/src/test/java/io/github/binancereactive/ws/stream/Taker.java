/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** A subscriber that asks for what a test says, and watches the rules: signals one after the other, and none after the end. */
class Taker<T> implements CoreSubscriber<T> {

    private final List<T> values = new ArrayList<>(); // guarded by this
    private final Context context;
    private @Nullable Throwable error; // guarded by this
    private @Nullable String broken; // guarded by this
    private boolean busy; // guarded by this
    private volatile @Nullable Subscription subscription;
    private Consumer<T> onNext = value -> {};

    Taker() {
        this(Context.empty());
    }

    Taker(Context context) {
        this.context = context;
    }

    static <T> Taker<T> unbounded(Publisher<T> from) {
        return asking(Long.MAX_VALUE, from);
    }

    static <T> Taker<T> asking(long demand, Publisher<T> from) {
        Taker<T> taker = new Taker<>();
        from.subscribe(taker);
        if (demand > 0) {
            taker.request(demand);
        }
        return taker;
    }

    /** What it does with each value. */
    Taker<T> doing(Consumer<T> action) {
        onNext = action;
        return this;
    }

    boolean isSubscribed() {
        return subscription != null;
    }

    void request(long n) {
        Objects.requireNonNull(subscription).request(n);
    }

    void cancel() {
        Objects.requireNonNull(subscription).cancel();
    }

    @Override
    public Context currentContext() {
        return context;
    }

    @Override
    public void onSubscribe(Subscription given) {
        enter(subscription == null ? null : "a second onSubscribe");
        subscription = given;
        leave();
    }

    @Override
    public void onNext(T value) {
        enter(null);
        synchronized (this) {
            values.add(value);
        }
        try {
            onNext.accept(value);
        } finally {
            leave();
        }
    }

    @Override
    public void onError(Throwable thrown) {
        enter(null);
        synchronized (this) {
            error = thrown;
        }
        leave();
    }

    @Override
    public void onComplete() {
        enter("streams never complete");
        leave();
    }

    private synchronized void enter(@Nullable String complaint) {
        if (complaint != null) {
            broken = complaint;
        } else if (busy) {
            broken = "two signals at once";
        } else if (error != null) {
            broken = "a signal after the end";
        }
        busy = true;
    }

    private synchronized void leave() {
        busy = false;
    }

    synchronized List<T> values() {
        assertThat(broken).isNull();
        return List.copyOf(values);
    }

    synchronized int count() {
        assertThat(broken).isNull();
        return values.size();
    }

    synchronized @Nullable Throwable error() {
        assertThat(broken).isNull();
        return error;
    }

    synchronized void forget() {
        values.clear();
    }
}
