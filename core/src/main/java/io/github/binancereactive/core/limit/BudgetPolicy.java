/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

/** What happens to a request that the budget has no room for. */
public enum BudgetPolicy {
    /** It waits for its turn, behind those that came before, also while the exchange wants to hear nothing. */
    WAIT,
    /** It waits for room in the window, but is refused as soon as the exchange wants to hear nothing (429, 418). */
    WAIT_WHILE_OPEN,
    /** It is refused at once. */
    FAIL_FAST
}
