/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.ExchangeError;
import io.github.binancereactive.testkit.exchange.Script;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the simulator answers to a method that it doesn't model. Immutable.
 *
 * <p>The function runs on the simulator's event loop: it must not block. It returns the result as JSON, or throws an
 * {@link ExchangeError}.
 */
public final class ScriptedAnswer {

    private final Function<RecordedRequest, String> result;
    private final int weight;
    private final @Nullable List<String> parameters;

    private ScriptedAnswer(Function<RecordedRequest, String> result, int weight, @Nullable List<String> parameters) {
        this.result = result;
        this.weight = weight;
        this.parameters = parameters;
    }

    /**
     * An answer that accepts any parameters and costs 1 weight.
     *
     * @param result the result as JSON
     * @return an answer
     */
    public static ScriptedAnswer of(Function<RecordedRequest, String> result) {
        return new ScriptedAnswer(result, 1, null);
    }

    /**
     * This answer at another price.
     *
     * @param cost request weight
     * @return a new answer
     */
    public ScriptedAnswer weight(int cost) {
        return new ScriptedAnswer(result, cost, parameters);
    }

    /**
     * This answer, for these parameters only: any other is the exchange's own error.
     *
     * @param names every parameter that the method knows
     * @return a new answer
     */
    public ScriptedAnswer parameters(String... names) {
        return new ScriptedAnswer(result, weight, List.of(names));
    }

    Script script(RecordedRequest request) {
        return new Script(() -> result.apply(request), weight, parameters);
    }
}
