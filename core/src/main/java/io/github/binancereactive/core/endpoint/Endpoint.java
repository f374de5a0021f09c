/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that the exchange offers, on whichever wires it offers it: the single source for the clients, the limits, the
 * metrics and the documentation. An immutable value, built like this:
 *
 * <pre>{@code
 * Endpoint.get("/api/v3/time").ws("time").weight(1).source(MEMORY).returns(ServerTime.class);
 * }</pre>
 *
 * @param <R> what it answers
 */
public final class Endpoint<R> {

    private final @Nullable HttpVerb verb;
    private final @Nullable String path;
    private final @Nullable String method;
    private final SecurityType security;
    private final boolean needsLogon;
    private final WeightRule weight;
    private final int orderCost;
    private final DataSource source;
    private final boolean repeatable;
    private final List<Parameter> parameters;
    private final List<ParameterRule> rules;
    private final List<ParameterRule> completion;
    private final ResultType<R> result;
    private final @Nullable ResultType<?> errorDetail;
    private final List<String> clientOrderIds;

    Endpoint(EndpointBuilder from, ResultType<R> result) {
        this.verb = from.verb;
        this.path = from.path;
        this.method = from.method;
        this.security = from.security;
        this.needsLogon = from.needsLogon;
        this.weight = from.weight;
        this.orderCost = from.orderCost;
        this.source = from.source;
        this.repeatable = from.repeatable;
        this.parameters = from.parameters;
        this.rules = from.rules;
        this.completion = from.completion;
        this.result = result;
        this.errorDetail = from.errorDetail;
        this.clientOrderIds = from.clientOrderIds;
    }

    private Endpoint(Endpoint<?> from, ResultType<R> result) {
        this.verb = from.verb;
        this.path = from.path;
        this.method = from.method;
        this.security = from.security;
        this.needsLogon = from.needsLogon;
        this.weight = from.weight;
        this.orderCost = from.orderCost;
        this.source = from.source;
        this.repeatable = from.repeatable;
        this.parameters = from.parameters;
        this.rules = from.rules;
        this.completion = from.completion;
        this.result = result;
        this.errorDetail = from.errorDetail;
        this.clientOrderIds = from.clientOrderIds;
    }

    /**
     * Begins an endpoint that reads.
     *
     * @param path REST path, such as {@code /api/v3/time}
     * @return a builder: safe to repeat, public, weight 1, no parameters
     */
    public static EndpointBuilder get(String path) {
        return rest(HttpVerb.GET, path);
    }

    /**
     * Begins an endpoint that REST reaches with any HTTP method.
     *
     * @param verb HTTP method; all but GET are taken to change something and are never repeated by the clients
     * @param path REST path
     * @return a builder: public, weight 1, no parameters
     */
    public static EndpointBuilder rest(HttpVerb verb, String path) {
        return new EndpointBuilder(Objects.requireNonNull(verb, "verb"), Objects.requireNonNull(path, "path"), null);
    }

    /**
     * Begins an endpoint that only the WebSocket API has.
     *
     * @param method method name, such as {@code session.status}
     * @return a builder: public, weight 1, no parameters, not safe to repeat
     */
    public static EndpointBuilder webSocketOnly(String method) {
        return new EndpointBuilder(null, null, Objects.requireNonNull(method, "method"));
    }

    /**
     * The name by which logs, errors and metrics know this endpoint: the WebSocket method, or verb and path where there
     * is none.
     *
     * @return a name without parameters
     */
    public String name() {
        return method != null ? method : verb + " " + path;
    }

    /**
     * The HTTP method.
     *
     * @return null when REST doesn't have this endpoint
     */
    public @Nullable HttpVerb verb() {
        return verb;
    }

    /**
     * The REST path.
     *
     * @return null when REST doesn't have this endpoint
     */
    public @Nullable String path() {
        return path;
    }

    /**
     * The WebSocket API method.
     *
     * @return null when the WebSocket API doesn't have this endpoint
     */
    public @Nullable String method() {
        return method;
    }

    /**
     * The permission it needs.
     *
     * @return {@link SecurityType#NONE} for public endpoints
     */
    public SecurityType security() {
        return security;
    }

    /**
     * Whether it runs only on a session that was logged on: it takes neither timestamp nor key nor signature, whatever its {@link
     * #security()}.
     *
     * @return false for nearly all
     */
    public boolean needsLogon() {
        return needsLogon;
    }

    /**
     * How its request weight is reckoned.
     *
     * @return the rule
     */
    public WeightRule weight() {
        return weight;
    }

    /**
     * How many orders a successful call adds to the count of unfilled orders.
     *
     * @return 0 for all that place none
     */
    public int orderCost() {
        return orderCost;
    }

    /**
     * Where the answer comes from.
     *
     * @return {@link DataSource#NONE} where the documentation names none
     */
    public DataSource source() {
        return source;
    }

    /**
     * Whether a call whose answer was lost may be sent once more. False for all that changes something.
     *
     * @return true for queries
     */
    public boolean repeatable() {
        return repeatable;
    }

    /**
     * The parameters, in the order of the documentation.
     *
     * @return an unmodifiable list
     */
    public List<Parameter> parameters() {
        return parameters;
    }

    /**
     * What it answers.
     *
     * @return the type of the answer
     */
    public ResultType<R> result() {
        return result;
    }

    /**
     * What its refusals carry beside a code.
     *
     * @return null when they carry nothing else
     */
    public @Nullable ResultType<?> errorDetail() {
        return errorDetail;
    }

    /**
     * The parameters that name what a call leaves behind: the order or order list that it places, or the one that it amends or
     * cancels, which has that id from then on. Where the caller gives none, a client gives one of its own: {@link
     * Call#identified}. The first one tells an unknown outcome.
     *
     * @return names of parameters; empty for all that only read
     */
    public List<String> clientOrderIds() {
        return clientOrderIds;
    }

    /**
     * This endpoint, read as another type: some answer in another shape when a parameter asks for it.
     *
     * @param type what it answers then
     * @param <T> its type
     * @return an endpoint that differs in its result only
     */
    public <T> Endpoint<T> answering(ResultType<T> type) {
        return new Endpoint<>(this, Objects.requireNonNull(type, "type"));
    }

    List<ParameterRule> rules() {
        return rules;
    }

    List<ParameterRule> completion() {
        return completion;
    }

    Parameter parameter(String name) {
        for (Parameter parameter : parameters) {
            if (parameter.name().equals(name)) {
                return parameter;
            }
        }
        throw new IllegalArgumentException("'" + name + "' is not one of its parameters "
                + parameters.stream().map(Parameter::name).toList());
    }

    @Override
    public String toString() {
        return "Endpoint[" + name() + "]";
    }
}
