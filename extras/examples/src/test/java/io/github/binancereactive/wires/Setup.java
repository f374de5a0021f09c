/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import io.github.binancereactive.core.auth.Credentials;
import io.github.binancereactive.core.limit.BudgetPolicy;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.time.ServerClock;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a client is given, whatever its wire.
 *
 * @param credentials the key; null for none
 * @param clock the exchange's time, as far as the client knows
 * @param budget what it may send; null for a budget of its own
 * @param policy what it does when the budget has no room
 */
record Setup(
        @Nullable Credentials credentials,
        ServerClock clock,
        @Nullable RequestBudget budget,
        BudgetPolicy policy) {

    static Setup of(@Nullable Credentials credentials) {
        return new Setup(credentials, ServerClock.over(Clock.systemUTC()), null, BudgetPolicy.WAIT);
    }

    /** With a clock that is wrong by so much. */
    Setup wrongBy(Duration error) {
        return with(ServerClock.over(Clock.offset(Clock.systemUTC(), error)));
    }

    Setup with(ServerClock value) {
        return new Setup(credentials, value, budget, policy);
    }

    Setup within(RequestBudget value) {
        return new Setup(credentials, clock, value, BudgetPolicy.WAIT);
    }

    Setup failingFastWithin(RequestBudget value) {
        return new Setup(credentials, clock, value, BudgetPolicy.FAIL_FAST);
    }
}
