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
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A call in the form that HTTP wants. Immutable; all of its subscriptions share it.
 *
 * @param <R> what the call yields
 */
final class RestRequest<R> {

    private static final String CLIENT_ORDER_ID = "newClientOrderId";

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

    /**
     * Where one attempt goes. Parameters travel in the query string whatever the HTTP method: the exchange takes them there
     * just as well as in a body, and so there is one string that says all, and one string to sign.
     *
     * <p>Called anew for each attempt, because what is said about the time of sending has to be true of each.
     */
    URI target(URI host) {
        String query = QueryString.of(call);
        StringBuilder target = new StringBuilder(host.toString());
        if (target.charAt(target.length() - 1) == '/') {
            target.setLength(target.length() - 1);
        }
        target.append(path);
        return URI.create((query.isEmpty() ? target : target.append('?').append(query)).toString());
    }

    Outcome outcome(boolean sent) {
        Object id = call.parameters().get(CLIENT_ORDER_ID);
        return new Outcome(name(), repeatable(), clientOrderId(id), sent);
    }

    private static @Nullable String clientOrderId(@Nullable Object id) {
        return id == null ? null : Objects.toString(id);
    }
}
