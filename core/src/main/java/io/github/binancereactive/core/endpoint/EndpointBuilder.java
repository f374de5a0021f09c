/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An endpoint in the making: mutable, for one thread, used up by one of the {@code returns} methods. */
public final class EndpointBuilder {

    final @Nullable HttpVerb verb;
    final @Nullable String path;

    @Nullable String method;

    SecurityType security = SecurityType.NONE;
    boolean needsLogon;
    WeightRule weight = WeightRule.fixed(1);
    int orderCost;
    DataSource source = DataSource.NONE;
    boolean repeatable;
    List<Parameter> parameters = List.of();
    List<ParameterRule> rules = List.of();
    List<ParameterRule> completion = List.of();

    @Nullable ResultType<?> errorDetail;

    List<String> clientOrderIds = List.of();

    EndpointBuilder(@Nullable HttpVerb verb, @Nullable String path, @Nullable String method) {
        this.verb = verb;
        this.path = path;
        this.method = method;
        this.repeatable = verb == HttpVerb.GET;
    }

    /**
     * Offers it over the WebSocket API, too.
     *
     * @param name method name
     * @return this builder
     */
    public EndpointBuilder ws(String name) {
        this.method = Objects.requireNonNull(name, "name");
        return this;
    }

    /**
     * Names the permission it needs.
     *
     * @param type security type
     * @return this builder
     */
    public EndpointBuilder security(SecurityType type) {
        this.security = Objects.requireNonNull(type, "type");
        return this;
    }

    /**
     * Says that it runs only on a session that was logged on, and can't be signed by itself.
     *
     * @return this builder
     */
    public EndpointBuilder needsLogon() {
        this.needsLogon = true;
        return this;
    }

    /**
     * Gives it the same weight whatever the parameters.
     *
     * @param fixed request weight
     * @return this builder
     */
    public EndpointBuilder weight(int fixed) {
        return weight(WeightRule.fixed(fixed));
    }

    /**
     * Gives it a weight that depends on the parameters.
     *
     * @param rule rule of the request weight
     * @return this builder
     */
    public EndpointBuilder weight(WeightRule rule) {
        this.weight = Objects.requireNonNull(rule, "rule");
        return this;
    }

    /**
     * Says how many orders it places.
     *
     * @param orders what a successful call adds to the count of unfilled orders
     * @return this builder
     */
    public EndpointBuilder orderCost(int orders) {
        this.orderCost = orders;
        return this;
    }

    /**
     * Says where the answer comes from.
     *
     * @param from data source
     * @return this builder
     */
    public EndpointBuilder source(DataSource from) {
        this.source = Objects.requireNonNull(from, "from");
        return this;
    }

    /**
     * Says that a call whose answer was lost may be sent once more, where the HTTP method doesn't tell.
     *
     * @return this builder
     */
    public EndpointBuilder repeatableWhenLost() {
        this.repeatable = true;
        return this;
    }

    /**
     * Names its parameters.
     *
     * @param all all of them, in the order of the documentation
     * @return this builder
     */
    public EndpointBuilder takes(Parameter... all) {
        this.parameters = List.of(all);
        return this;
    }

    EndpointBuilder takes(List<Parameter> all) {
        this.parameters = List.copyOf(all);
        return this;
    }

    /**
     * Names the rules about which parameters go together.
     *
     * @param all all of them
     * @return this builder
     */
    public EndpointBuilder where(ParameterRule... all) {
        this.rules = List.of(all);
        return this;
    }

    /**
     * Names the rules about what a complete call must have.
     *
     * @param all all of them
     * @return this builder
     */
    public EndpointBuilder whenComplete(ParameterRule... all) {
        this.completion = List.of(all);
        return this;
    }

    /**
     * Says that its refusals carry more than a code, in {@code data}.
     *
     * @param type what that is
     * @return this builder
     */
    public EndpointBuilder errorDetail(Class<?> type) {
        this.errorDetail = ResultType.of(type);
        return this;
    }

    /**
     * Names the parameters that a client fills with ids of its own where the caller gives none.
     *
     * @param names those parameters; the first one tells an unknown outcome
     * @return this builder
     */
    public EndpointBuilder identifiedBy(String... names) {
        this.clientOrderIds = List.of(names);
        return this;
    }

    /**
     * Finishes an endpoint that answers one object.
     *
     * @param type record of the answer
     * @param <R> its type
     * @return the endpoint
     */
    public <R> Endpoint<R> returns(Class<R> type) {
        return returns(ResultType.of(type));
    }

    /**
     * Finishes an endpoint.
     *
     * @param type what it answers
     * @param <R> its type
     * @return the endpoint
     */
    public <R> Endpoint<R> returns(ResultType<R> type) {
        return new Endpoint<>(this, Objects.requireNonNull(type, "type"));
    }

    /**
     * Finishes an endpoint whose answer has no content.
     *
     * @return the endpoint
     */
    public Endpoint<Void> returnsNothing() {
        return returns(ResultType.nothing());
    }
}
