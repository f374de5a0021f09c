/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * How a budget is kept. Immutable: each {@code with} method returns new options.
 *
 * @param limits the limits to begin with, until {@link RequestBudget#learn} brings others
 * @param edgeMargin how far the clock may be from the exchange's, in either direction: within so much of a window's edge a
 *     request counts in both windows. At most a quarter of a window is used
 * @param maxWaiting how many requests may wait; one more is refused
 * @param clock the exchange's time, such as {@code serverClock::now}
 * @param scheduler runs the timers, and {@link RequestBudget#changes()}
 */
public record BudgetOptions(
        List<RateLimit> limits, Duration edgeMargin, int maxWaiting, Supplier<Instant> clock, Scheduler scheduler) {

    /** The smaller where the documentation names two. */
    private static final List<RateLimit> DOCUMENTED = List.of(
            new RateLimit(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.MINUTE, 1, 6_000),
            new RateLimit(RateLimitType.RAW_REQUESTS, RateLimitInterval.MINUTE, 5, 61_000),
            new RateLimit(RateLimitType.ORDERS, RateLimitInterval.SECOND, 10, 50),
            new RateLimit(RateLimitType.ORDERS, RateLimitInterval.DAY, 1, 160_000),
            new RateLimit(RateLimitType.CONNECTIONS, RateLimitInterval.MINUTE, 5, 300));

    /** Copies the list, and checks that the margin and the bound make sense. */
    public BudgetOptions {
        limits = List.copyOf(limits);
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(scheduler, "scheduler");
        if (edgeMargin.isNegative()) {
            throw new IllegalArgumentException("edgeMargin must not be negative, but is " + edgeMargin);
        }
        if (maxWaiting < 0) {
            throw new IllegalArgumentException("maxWaiting must not be negative, but is " + maxWaiting);
        }
    }

    /**
     * The defaults: the documented limits (6,000 weight a minute, 61,000 requests in 5 minutes, 50 orders in 10 seconds and
     * 160,000 a day, 300 connections in 5 minutes), 250 ms of margin, 1,000 waiting, the local clock, the parallel
     * scheduler.
     *
     * @return new options
     */
    public static BudgetOptions defaults() {
        return new BudgetOptions(DOCUMENTED, Duration.ofMillis(250), 1_000, Instant::now, Schedulers.parallel());
    }

    /**
     * These options with other {@link #limits()}.
     *
     * @param value the new value
     * @return new options
     */
    public BudgetOptions withLimits(List<RateLimit> value) {
        return new BudgetOptions(value, edgeMargin, maxWaiting, clock, scheduler);
    }

    /**
     * These options with another {@link #edgeMargin()}.
     *
     * @param value the new value
     * @return new options
     */
    public BudgetOptions withEdgeMargin(Duration value) {
        return new BudgetOptions(limits, value, maxWaiting, clock, scheduler);
    }

    /**
     * These options with another {@link #maxWaiting()}.
     *
     * @param value the new value
     * @return new options
     */
    public BudgetOptions withMaxWaiting(int value) {
        return new BudgetOptions(limits, edgeMargin, value, clock, scheduler);
    }

    /**
     * These options with another {@link #clock()}.
     *
     * @param value the new value
     * @return new options
     */
    public BudgetOptions withClock(Supplier<Instant> value) {
        return new BudgetOptions(limits, edgeMargin, maxWaiting, value, scheduler);
    }

    /**
     * These options with another {@link #scheduler()}.
     *
     * @param value the new value
     * @return new options
     */
    public BudgetOptions withScheduler(Scheduler value) {
        return new BudgetOptions(limits, edgeMargin, maxWaiting, clock, value);
    }
}
