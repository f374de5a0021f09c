/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A rule about which parameters may be sent together. What must not be there is checked whenever a call gets a parameter, what
 * must be there when it is complete: see {@link EndpointBuilder#where} and {@link EndpointBuilder#whenComplete}.
 */
@FunctionalInterface
public interface ParameterRule {

    /**
     * Checks the parameters that a call holds so far.
     *
     * @param parameters names and values, without those that were left out
     * @throws IllegalArgumentException naming the parameters at odds and the rule
     */
    void check(Map<String, Object> parameters);

    /**
     * Of these, one at most.
     *
     * @param names the parameters that exclude each other
     * @return the rule
     */
    static ParameterRule atMostOneOf(String... names) {
        return parameters -> {
            List<String> given =
                    Arrays.stream(names).filter(parameters::containsKey).toList();
            if (given.size() > 1) {
                throw new IllegalArgumentException(
                        "only one of " + quoted(List.of(names)) + " may be given, but there are " + quoted(given));
            }
        };
    }

    /**
     * One parameter can't stand beside any of some others.
     *
     * @param name that parameter
     * @param others those it can't stand beside
     * @return the rule
     */
    static ParameterRule notWith(String name, String... others) {
        return parameters -> {
            if (!parameters.containsKey(name)) {
                return;
            }
            for (String other : others) {
                if (parameters.containsKey(other)) {
                    throw new IllegalArgumentException(
                            "'" + name + "' cannot be combined with " + quoted(List.of(others)));
                }
            }
        };
    }

    /**
     * Of these, one at least. For complete calls.
     *
     * @param names the parameters of which one must be there
     * @return the rule
     */
    static ParameterRule atLeastOneOf(String... names) {
        return parameters -> {
            if (Arrays.stream(names).noneMatch(parameters::containsKey)) {
                throw new IllegalArgumentException("one of " + quoted(List.of(names)) + " must be given");
            }
        };
    }

    /**
     * One parameter needs others beside it. For complete calls.
     *
     * @param name that parameter
     * @param others what must be there when it is
     * @return the rule
     */
    static ParameterRule needs(String name, String... others) {
        return parameters -> {
            for (String other : others) {
                if (parameters.containsKey(name) && !parameters.containsKey(other)) {
                    throw new IllegalArgumentException("'" + name + "' needs '" + other + "'");
                }
            }
        };
    }

    private static String quoted(List<String> names) {
        return "'" + String.join("', '", names) + "'";
    }
}
