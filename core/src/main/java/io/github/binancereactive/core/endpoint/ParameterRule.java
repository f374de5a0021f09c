/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
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

    /**
     * A time must not come after another.
     *
     * @param start the parameter that must be the earlier one, or the same
     * @param end the parameter that must be the later one, or the same
     * @return the rule
     */
    static ParameterRule ordered(String start, String end) {
        return parameters -> {
            if (parameters.get(start) instanceof Long from
                    && parameters.get(end) instanceof Long to
                    && WireTime.instant(from).isAfter(WireTime.instant(to))) {
                throw new IllegalArgumentException("'" + start + "' must not be after '" + end + "'");
            }
        };
    }

    /**
     * Of these, no two may have the same value.
     *
     * @param names the parameters to tell apart
     * @return the rule
     */
    static ParameterRule different(String... names) {
        return parameters -> {
            Map<Object, String> seen = new HashMap<>();
            for (String name : names) {
                Object value = parameters.get(name);
                String same = value == null ? null : seen.put(value, name);
                if (same != null) {
                    throw new IllegalArgumentException(quoted(List.of(same, name)) + " must be different");
                }
            }
        };
    }

    /**
     * Two times in order, and no further apart than the exchange looks in one call.
     *
     * @param from the earlier time, in milliseconds or microseconds
     * @param to the later time, in milliseconds or microseconds
     * @param most how far they may be apart, itself allowed
     * @return the rule
     */
    static ParameterRule atMostApart(String from, String to, Duration most) {
        return parameters -> {
            if (!(parameters.get(from) instanceof Long start && parameters.get(to) instanceof Long end)) {
                return;
            }
            Duration apart = Duration.between(WireTime.instant(start), WireTime.instant(end));
            if (apart.isNegative()) {
                throw new IllegalArgumentException("'" + from + "' must not be after '" + to + "'");
            }
            if (apart.compareTo(most) > 0) {
                throw new IllegalArgumentException("'" + from + "' and '" + to + "' must not be more than "
                        + most.toHours() + " hours apart, but are " + apart);
            }
        };
    }

    private static String quoted(List<String> names) {
        return "'" + String.join("', '", names) + "'";
    }
}
