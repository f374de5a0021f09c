/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks;

import io.github.binancereactive.core.limit.AccountKey;
import io.github.binancereactive.core.limit.Cost;
import io.github.binancereactive.core.limit.Permit;
import io.github.binancereactive.core.limit.RequestBudget;
import io.github.binancereactive.core.limit.Usage;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a request pays for its place in the budget: a permit taken and settled with what the answer reports. The limits are
 * {@link AmpleLimits}, for a permit that is refused costs something else.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BudgetBenchmark {

    private static final AccountKey ACCOUNT = AccountKey.of("an account");
    private static final Cost QUERY = new Cost(1, 1, 0, 0, null);
    private static final Cost ORDER = new Cost(1, 1, 1, 0, ACCOUNT);

    private static final Usage WEIGHT =
            new Usage(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.MINUTE, 1, 21, AmpleLimits.LIMIT);

    private static final List<Usage> OF_QUERY = List.of(WEIGHT);
    private static final List<Usage> OF_ORDER = List.of(
            new Usage(RateLimitType.ORDERS, RateLimitInterval.SECOND, 10, 12, AmpleLimits.LIMIT),
            new Usage(RateLimitType.ORDERS, RateLimitInterval.DAY, 1, 4_043, AmpleLimits.LIMIT),
            WEIGHT);

    private final RequestBudget budget = AmpleLimits.budget();

    /** For the JMH runner. */
    public BudgetBenchmark() {}

    /**
     * A query, nobody else about.
     *
     * @return whether the permit was settled
     */
    @Benchmark
    public boolean query() {
        return take(QUERY).answered(OF_QUERY);
    }

    /**
     * An order, nobody else about.
     *
     * @return whether the permit was settled
     */
    @Benchmark
    public boolean order() {
        return take(ORDER).answered(OF_ORDER);
    }

    /**
     * Queries of two threads that do nothing else.
     *
     * @return whether the permit was settled
     */
    @Benchmark
    @Threads(2)
    public boolean queryOfTwoThreads() {
        return take(QUERY).answered(OF_QUERY);
    }

    /**
     * Orders of two threads that do nothing else, for one account.
     *
     * @return whether the permit was settled
     */
    @Benchmark
    @Threads(2)
    public boolean orderOfTwoThreads() {
        return take(ORDER).answered(OF_ORDER);
    }

    private Permit take(Cost cost) {
        Permit permit = budget.tryAcquire(cost);
        if (permit == null) {
            throw new IllegalStateException("there is room for all");
        }
        return permit;
    }
}
