/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import tools.jackson.databind.JsonNode;

/**
 * A method put together from its parts. Immutable; what changes something returns a copy.
 *
 * @param parameters every parameter it knows, without those that sign a request
 * @param security what it asks of the caller
 * @param weights what it costs
 * @param countsOrders whether the answer shows unfilled orders
 * @param free whether a request with this result costs nothing
 * @param action does what was asked and says what came of it
 */
record DefinedMethod(
        List<String> parameters,
        Security security,
        ToIntFunction<Parameters> weights,
        boolean countsOrders,
        Predicate<JsonNode> free,
        Function<Request, JsonNode> action)
        implements ExchangeMethod {

    /** A public method that costs 1. */
    static DefinedMethod of(Function<Request, JsonNode> action, String... parameters) {
        return new DefinedMethod(List.of(parameters), Security.NONE, sent -> 1, false, result -> false, action);
    }

    DefinedMethod weighing(int weight) {
        return weighing(sent -> weight);
    }

    DefinedMethod weighing(ToIntFunction<Parameters> other) {
        return new DefinedMethod(parameters, security, other, countsOrders, free, action);
    }

    DefinedMethod secured(Security other) {
        return new DefinedMethod(parameters, other, weights, countsOrders, free, action);
    }

    /** This method, which places orders. */
    DefinedMethod placing() {
        return new DefinedMethod(parameters, security, weights, true, free, action);
    }

    /**
     * This method, costing nothing when it succeeds, as methods that trade do since April 2026.
     *
     * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs#2026-03-27">2026-03-27</a>
     */
    DefinedMethod freeWhen(Predicate<JsonNode> done) {
        return new DefinedMethod(parameters, security, weights, countsOrders, done, action);
    }

    DefinedMethod answering(Function<Request, JsonNode> other) {
        return new DefinedMethod(parameters, security, weights, countsOrders, free, other);
    }

    @Override
    public int weight(Parameters sent) {
        return weights.applyAsInt(sent);
    }

    @Override
    public byte[] result(Request request) {
        return action.apply(request).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A method may have effects, so nothing is left to refuse once it has run. */
    @Override
    public Answer answer(Request request) {
        List<String> known = known(request.call().claim());
        ParameterRules.refuseTooMany(known, request.parameters());
        ParameterRules.refuseUnread(known, request.parameters());
        JsonNode result = action.apply(request);
        return new Answer(result.toString().getBytes(StandardCharsets.UTF_8), free.test(result));
    }
}
