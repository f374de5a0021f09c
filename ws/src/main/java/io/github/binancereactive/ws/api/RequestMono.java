/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import io.github.binancereactive.core.endpoint.Call;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * A call that is sent once for each subscriber, on its first demand.
 *
 * @param <R> what the endpoint answers
 */
final class RequestMono<R> extends Mono<R> {

    private final Call<R> call;
    private final @Nullable Terms terms;
    private final RequestCorrelator correlator;

    private RequestMono(Call<R> call, @Nullable Terms terms, RequestCorrelator correlator) {
        this.call = call;
        this.terms = terms;
        this.correlator = correlator;
    }

    /**
     * A call under these terms; with null, under those of the client at the time of each subscription. Assembled like an operator
     * of Reactor's own, so that its debugging hooks know where it was made.
     */
    static <R> Mono<R> of(Call<R> call, @Nullable Terms terms, RequestCorrelator correlator) {
        return onAssembly(new RequestMono<>(call, terms, correlator));
    }

    @Override
    public void subscribe(CoreSubscriber<? super R> actual) {
        Terms present = terms != null ? terms : correlator.logon().terms(call.endpoint());
        if (present == null) {
            Operators.error(actual, SessionLogon.withoutKey(call.endpoint()));
        } else {
            actual.onSubscribe(new PendingRequest<>(correlator.identified(call), present, actual, correlator));
        }
    }

    @Override
    public String toString() {
        return "RequestMono[" + call.endpoint().name() + "]";
    }
}
