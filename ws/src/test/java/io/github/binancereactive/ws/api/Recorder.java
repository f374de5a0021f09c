/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** A bare subscriber that notes each signal, also those that the rules forbid. */
class Recorder<T> implements CoreSubscriber<T> {

    private final List<T> values = new ArrayList<>(); // guarded by this
    private final List<Throwable> errors = new ArrayList<>(); // guarded by this
    private int completions; // guarded by this
    private volatile Subscription subscription;

    /** Subscribes with unbounded demand. */
    static <T> Recorder<T> of(Mono<T> mono) {
        Recorder<T> recorder = withoutDemand(mono);
        recorder.request(Long.MAX_VALUE);
        return recorder;
    }

    static <T> Recorder<T> withoutDemand(Mono<T> mono) {
        Recorder<T> recorder = new Recorder<>();
        mono.subscribe(recorder);
        return recorder;
    }

    void request(long n) {
        subscription.request(n);
    }

    void cancel() {
        subscription.cancel();
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
    }

    @Override
    public synchronized void onNext(T value) {
        values.add(value);
    }

    @Override
    public synchronized void onError(Throwable error) {
        errors.add(error);
    }

    @Override
    public synchronized void onComplete() {
        completions++;
    }

    synchronized boolean isTerminated() {
        return completions + errors.size() > 0;
    }

    /** How many times it ended: more than once is against the rules. */
    synchronized int ends() {
        return completions + errors.size();
    }

    synchronized T value() {
        assertThat(errors).isEmpty();
        assertThat(values).hasSize(1);
        assertThat(completions).isEqualTo(1);
        return values.get(0);
    }

    synchronized void assertNothing() {
        assertThat(values).isEmpty();
        assertThat(errors).isEmpty();
        assertThat(completions).isZero();
    }

    synchronized void assertCompleted() {
        assertThat(errors).isEmpty();
        assertThat(completions).isEqualTo(1);
    }

    synchronized Throwable error() {
        assertThat(errors).hasSize(1);
        assertThat(values).isEmpty();
        assertThat(completions).isZero();
        return errors.get(0);
    }

    AbstractThrowableAssert<?, ? extends Throwable> assertError(Class<? extends Throwable> type) {
        return assertThat(error()).isExactlyInstanceOf(type);
    }
}
