/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import java.util.List;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;

/** A request that is sent anew for each subscription, and whose answer is handed over element by element. */
final class RestFlux<E> extends Flux<E> {

    private final RestRequest<List<E>> request;
    private final RestContext context;

    private RestFlux(RestRequest<List<E>> request, RestContext context) {
        this.request = request;
        this.context = context;
    }

    /** Assembled like any operator, so that {@code Hooks.onOperatorDebug()} knows the caller. */
    static <E> Flux<E> of(RestRequest<List<E>> request, RestContext context) {
        return onAssembly(new RestFlux<>(request, context));
    }

    @Override
    public void subscribe(CoreSubscriber<? super E> actual) {
        new StreamExchange<>(request.identified(context.config().clientOrderIds()), context, actual).start();
    }
}
