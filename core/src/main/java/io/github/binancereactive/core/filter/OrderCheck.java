/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a check of an order found.
 *
 * @param violations every rule that the order breaks
 * @param undecided the filters that could not be applied, because the {@link OrderContext} doesn't have what they need
 */
public record OrderCheck(List<Violation> violations, List<String> undecided) {

    /** Copies the lists. */
    public OrderCheck {
        violations = List.copyOf(violations);
        undecided = List.copyOf(undecided);
    }

    /**
     * Whether nothing speaks against the order, as far as could be decided.
     *
     * @return true without violations
     */
    public boolean passes() {
        return violations.isEmpty();
    }

    /**
     * Refuses an order that breaks a rule.
     *
     * @throws IllegalArgumentException naming every rule that is broken
     */
    public void orThrow() {
        if (!passes()) {
            throw new IllegalArgumentException(
                    violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
        }
    }
}
