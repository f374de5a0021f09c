/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what a check finds. For one thread. */
final class Findings {

    private final List<Violation> violations = new ArrayList<>();
    private final Set<String> undecided = new LinkedHashSet<>();

    void broken(String filterType, String parameter, String rule) {
        Violation violation = new Violation(filterType, parameter, rule);
        if (!violations.contains(violation)) { // the legs of a list often break the same rule in the same way
            violations.add(violation);
        }
    }

    void undecided(String filterType) {
        undecided.add(filterType);
    }

    void atLeast(String filterType, String parameter, BigDecimal value, BigDecimal least) {
        if (value.compareTo(least) < 0) {
            broken(filterType, parameter, "is " + text(value) + " and must be at least " + text(least));
        }
    }

    void atMost(String filterType, String parameter, BigDecimal value, BigDecimal most) {
        if (value.compareTo(most) > 0) {
            broken(filterType, parameter, "is " + text(value) + " and must be at most " + text(most));
        }
    }

    void multipleOf(String filterType, String parameter, BigDecimal value, BigDecimal step) {
        if (step.signum() != 0 && value.remainder(step).signum() != 0) {
            broken(filterType, parameter, "is " + text(value) + " and must be a multiple of " + text(step));
        }
    }

    /** One more than there may be. */
    void room(String filterType, String limit, int present, int more, int most) {
        if (present + more > most) {
            broken(filterType, limit, "is " + most + ", and " + present + " are open before this");
        }
    }

    OrderCheck result() {
        return new OrderCheck(violations, List.copyOf(undecided));
    }

    private static String text(BigDecimal value) {
        return value.toPlainString();
    }
}
