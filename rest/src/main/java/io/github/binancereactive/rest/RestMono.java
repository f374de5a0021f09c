/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/** A request that is sent anew for each subscription. */
final class RestMono<R> extends Mono<R> {

    private final RestRequest<R> request;
    private final RestContext context;

    private RestMono(RestRequest<R> request, RestContext context) {
        this.request = request;
        this.context = context;
    }

    /** Assembled like any operator, so that {@code Hooks.onOperatorDebug()} knows the caller. */
    static <R> Mono<R> of(RestRequest<R> request, RestContext context) {
        return onAssembly(new RestMono<>(request, context));
    }

    @Override
    public void subscribe(CoreSubscriber<? super R> actual) {
        new MonoExchange<>(request.identified(context.config().clientOrderIds()), context, actual).start();
    }
}
