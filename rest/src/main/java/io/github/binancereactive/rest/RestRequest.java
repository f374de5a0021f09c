/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.endpoint.HttpVerb;
import io.github.binancereactive.core.endpoint.QueryString;
import io.github.binancereactive.core.endpoint.ResultType;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call in the form that HTTP wants. Immutable.
 *
 * @param <R> what the call yields
 */
final class RestRequest<R> {

    private final Call<R> call;
    private final Endpoint<R> endpoint;
    private final HttpVerb verb;
    private final String path;

    /**
     * A request for a call.
     *
     * @throws IllegalArgumentException when the call is not complete or its endpoint is not one of REST
     */
    RestRequest(Call<R> call) {
        this.call = call.complete();
        this.endpoint = call.endpoint();
        HttpVerb restVerb = endpoint.verb();
        String restPath = endpoint.path();
        if (restVerb == null || restPath == null) {
            throw new IllegalArgumentException(endpoint.name() + ": the REST API does not have this endpoint");
        }
        this.verb = restVerb;
        this.path = restPath;
    }

    /**
     * This request with ids for what it places or changes. For one subscription, so that none shares an order with another.
     *
     * @param ids gives a new id each time
     */
    RestRequest<R> identified(Supplier<String> ids) {
        Call<R> identified = call.identified(ids);
        return identified == call ? this : new RestRequest<>(identified);
    }

    HttpVerb verb() {
        return verb;
    }

    ResultType<R> result() {
        return endpoint.result();
    }

    @Nullable ResultType<?> errorDetail() {
        return endpoint.errorDetail();
    }

    boolean repeatable() {
        return endpoint.repeatable();
    }

    String name() {
        return endpoint.name();
    }

    /** What a failure's assembly trace calls this. */
    String label() {
        return endpoint.name() + " over REST";
    }

    /** Whether it needs credentials. */
    boolean signed() {
        return endpoint.security().signed();
    }

    Call<R> call() {
        return call;
    }

    /**
     * Where one attempt goes. Parameters travel in the query string whatever the HTTP method: the exchange takes them there
     * just as well as in a body, and so there is one string that says all, and one string to sign.
     *
     * <p>Called anew for each attempt, because what is said about the time of sending has to be true of each.
     *
     * @throws IllegalStateException when it has to be signed and there is nobody to sign
     */
    Target target(URI host, @Nullable RequestSecurity security) {
        if (signed()) {
            return signer(security).sign(address(host), call);
        }
        String query = QueryString.of(call);
        return new Target(URI.create(query.isEmpty() ? address(host) : address(host) + '?' + query), null, null);
    }

    /**
     * Checks that a client can send this.
     *
     * @param security null when the client has no credentials
     * @return this request
     * @throws IllegalStateException when they are needed
     */
    RestRequest<R> checked(@Nullable RequestSecurity security) {
        if (signed()) {
            signer(security);
        }
        return this;
    }

    private RequestSecurity signer(@Nullable RequestSecurity security) {
        if (security == null) {
            throw new IllegalStateException(endpoint.name() + ": needs credentials (" + endpoint.security()
                    + "), and the client has none: see BinanceRestClient.withCredentials");
        }
        return security;
    }

    private String address(URI host) {
        String address = host.toString();
        return (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + path;
    }

    /**
     * What is known of the request when it fails.
     *
     * @param sent whether it may have been sent
     * @param validity until when the exchange takes what was sent; null when nothing was sent or it isn't signed
     */
    Outcome outcome(boolean sent, @Nullable Validity validity) {
        return new Outcome(call, sent, validity);
    }
}
