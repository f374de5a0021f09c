/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.endpoint.Call;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * A call that is sent once for each subscriber, on its first demand.
 *
 * @param <R> what the endpoint answers
 */
final class RequestMono<R> extends Mono<R> {

    private final Call<R> call;
    private final RequestCorrelator correlator;

    private RequestMono(Call<R> call, RequestCorrelator correlator) {
        this.call = call;
        this.correlator = correlator;
    }

    /** Assembled like an operator of Reactor's own, so that its debugging hooks know where it was made. */
    static <R> Mono<R> of(Call<R> call, RequestCorrelator correlator) {
        return onAssembly(new RequestMono<>(call, correlator));
    }

    @Override
    public void subscribe(CoreSubscriber<? super R> actual) {
        actual.onSubscribe(new PendingRequest<>(call, actual, correlator));
    }

    @Override
    public String toString() {
        return "RequestMono[" + call.endpoint().name() + "]";
    }
}
