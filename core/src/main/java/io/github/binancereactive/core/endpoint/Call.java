/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint with the parameters of one request: what a client sends. Immutable; {@link #with} returns a new call and
 * checks the parameter at once, so that a call that exists breaks no rule except that mandatory parameters may still be
 * missing.
 *
 * @param <R> what the endpoint answers
 */
public final class Call<R> {

    private final Endpoint<R> endpoint;
    private final Map<String, Object> parameters;

    private Call(Endpoint<R> endpoint, Map<String, Object> parameters) {
        this.endpoint = endpoint;
        this.parameters = parameters;
    }

    /**
     * A call without parameters yet.
     *
     * @param endpoint what to call
     * @param <R> what it answers
     * @return the call
     */
    public static <R> Call<R> of(Endpoint<R> endpoint) {
        return new Call<>(Objects.requireNonNull(endpoint, "endpoint"), Map.of());
    }

    /**
     * This call with one more parameter, or with another value for one it has.
     *
     * @param name a parameter of the endpoint
     * @param value its value; null leaves the call as it is
     * @return a new call
     * @throws IllegalArgumentException when the endpoint has no such parameter, when the value is not one it takes, or
     *     when it can't be combined with the others; the message names the parameter and the rule
     */
    public Call<R> with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        return withAll(Map.of(name, value));
    }

    /**
     * This call with more parameters, or with other values for those it has. Cheaper than one after the other, and rules that
     * forbid a combination look at all of them together.
     *
     * @param more parameters of the endpoint, in the order in which they are to be sent
     * @return a new call
     * @throws IllegalArgumentException as {@link #with}
     */
    public Call<R> withAll(Map<String, ?> more) {
        Map<String, Object> extended = new LinkedHashMap<>(parameters);
        try {
            more.forEach(
                    (name, value) -> extended.put(name, endpoint.parameter(name).normalise(value)));
            endpoint.rules().forEach(rule -> rule.check(extended));
        } catch (IllegalArgumentException e) {
            throw broken(e);
        }
        return new Call<>(endpoint, Collections.unmodifiableMap(extended));
    }

    private IllegalArgumentException broken(IllegalArgumentException rule) {
        return new IllegalArgumentException(endpoint.name() + ": " + rule.getMessage(), rule);
    }

    /**
     * Checks that nothing that must be there is missing. Clients do this before anything is sent.
     *
     * @return this call
     * @throws IllegalArgumentException naming the first missing parameter, or the rule that is broken
     */
    public Call<R> complete() {
        for (Parameter parameter : endpoint.parameters()) {
            if (parameter.mandatory() && !parameters.containsKey(parameter.name())) {
                throw new IllegalArgumentException(
                        endpoint.name() + ": '" + parameter.name() + "' is mandatory and missing");
            }
        }
        try {
            endpoint.completion().forEach(rule -> rule.check(parameters));
        } catch (IllegalArgumentException e) {
            throw broken(e);
        }
        return this;
    }

    /**
     * The endpoint that is called.
     *
     * @return an entry of the catalogue
     */
    public Endpoint<R> endpoint() {
        return endpoint;
    }

    /**
     * The parameters in the order in which they were given; a list is a {@code List<String>}.
     *
     * @return an unmodifiable map
     */
    public Map<String, Object> parameters() {
        return parameters;
    }

    /**
     * This call with an id for whatever it places or changes, so that its outcome can be asked for. What the caller gave stays.
     * Clients do this once for each subscription, and so each request has ids of its own.
     *
     * @param ids gives a new id each time
     * @return a new call, or this one when nothing is missing
     */
    public Call<R> identified(Supplier<String> ids) {
        Map<String, Object> extended = null;
        for (String name : endpoint.clientOrderIds()) {
            if (!parameters.containsKey(name)) {
                extended = extended == null ? new LinkedHashMap<>(parameters) : extended;
                extended.put(name, endpoint.parameter(name).normalise(ids.get()));
            }
        }
        // No rule is about which of them are there, and this is on the way of every order.
        return extended == null ? this : new Call<>(endpoint, Collections.unmodifiableMap(extended));
    }

    /**
     * The client order id that tells an unknown outcome: the exchange knows it if, and only if, the call was carried out. It is the
     * id of the order or order list that is placed, or else the one that an order has after it was amended or canceled.
     *
     * @return null when the call has none: it only reads, or wasn't {@link #identified}
     */
    public @Nullable String clientOrderId() {
        List<String> names = endpoint.clientOrderIds();
        return !names.isEmpty() && parameters.get(names.get(0)) instanceof String id ? id : null;
    }

    /**
     * The request weight that the exchange is expected to charge.
     *
     * @return the weight by the endpoint's rule
     */
    public int weight() {
        return endpoint.weight().weightOf(this);
    }

    /** Names the endpoint only: parameters may hold what must not reach a log. */
    @Override
    public String toString() {
        return "Call[" + endpoint.name() + "]";
    }
}
