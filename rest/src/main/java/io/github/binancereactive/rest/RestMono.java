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
    private final Transport transport;
    private final RestResources resources;
    private final RestConfig config;

    private RestMono(RestRequest<R> request, Transport transport, RestResources resources, RestConfig config) {
        this.request = request;
        this.transport = transport;
        this.resources = resources;
        this.config = config;
    }

    /** Assembled like any operator, so that {@code Hooks.onOperatorDebug()} knows the caller. */
    static <R> Mono<R> of(RestRequest<R> request, Transport transport, RestResources resources, RestConfig config) {
        return onAssembly(new RestMono<>(request, transport, resources, config));
    }

    @Override
    public void subscribe(CoreSubscriber<? super R> actual) {
        new RestExchange<>(request, transport, resources, config, actual).start();
    }
}
