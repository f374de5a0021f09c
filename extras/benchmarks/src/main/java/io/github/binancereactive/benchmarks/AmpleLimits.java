/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.limit.BudgetOptions;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.model.general.RateLimit;
import java.util.List;

/** Limits of the exchange's kinds and windows that no benchmark reaches: all is counted and nothing waits. */
public final class AmpleLimits {

    /** How much fits into any window. */
    public static final int LIMIT = 2_000_000_000;

    private AmpleLimits() {}

    /**
     * A budget with these limits.
     *
     * @return a new budget
     */
    public static RequestBudget budget() {
        List<RateLimit> ample = BudgetOptions.defaults().limits().stream()
                .map(limit -> new RateLimit(limit.rateLimitType(), limit.interval(), limit.intervalNum(), LIMIT))
                .toList();
        return RequestBudget.local(BudgetOptions.defaults().withLimits(ample));
    }
}
