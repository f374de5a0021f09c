/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import io.github.binancereactive.core.error.BinanceException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The limit on connection attempts as part of a budget. Who asks here asks again later instead of waiting; so that requests
 * that do wait don't always come first, a place in the queue is kept for the next attempt.
 */
final class BudgetedConnections extends ConnectionLimit {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    /**
     * How long an attempt may take to reach the exchange: until then it may fall into this window or the next. The upgrade's answer
     * reports nothing.
     */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    private final LocalRequestBudget budget;
    private final Cost cost;
    private final AtomicReference<@Nullable Permit> kept = new AtomicReference<>();
    private final AtomicBoolean waits = new AtomicBoolean();

    BudgetedConnections(LocalRequestBudget budget, Cost cost, int limit) {
        super(limit, WINDOW);
        this.budget = budget;
        this.cost = cost;
    }

    @Override
    public Duration acquire(Instant now) {
        Duration wait = count(now);
        if (!wait.isZero()) {
            return wait;
        }
        Permit permit = permit();
        if (permit == null) {
            takeBack(now);
            return Duration.ofMillis(budget.millisUntilRoom(cost));
        }
        budget.lostLater(permit, ON_ITS_WAY);
        return Duration.ZERO;
    }

    private @Nullable Permit permit() {
        Permit permit = kept.getAndSet(null);
        if (permit == null) {
            permit = budget.tryAcquire(cost);
        }
        if (permit == null && waits.compareAndSet(false, true)) {
            budget.acquire(cost, BudgetPolicy.WAIT, "connect", new Keeper());
            permit = kept.getAndSet(null);
        }
        return permit;
    }

    private final class Keeper implements PermitReceiver {

        @Override
        public void granted(Permit permit) {
            Permit before = kept.getAndSet(permit);
            waits.set(false);
            if (before != null) {
                before.notSent();
            }
        }

        @Override
        public void refused(BinanceException refusal) {
            waits.set(false);
        }
    }
}
