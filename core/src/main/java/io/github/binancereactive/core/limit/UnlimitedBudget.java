/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import io.github.binancereactive.core.model.general.RateLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Grants everything, and so has nothing to remember. */
final class UnlimitedBudget implements RequestBudget {

    static final UnlimitedBudget INSTANCE = new UnlimitedBudget();

    private static final Clock CLOCK = Clock.systemUTC();

    private UnlimitedBudget() {}

    @Override
    public Permit tryAcquire(Cost cost) {
        return new FreePermit();
    }

    @Override
    public Waiting acquire(Cost cost, BudgetPolicy policy, String endpoint, PermitReceiver receiver) {
        receiver.granted(new FreePermit());
        return () -> false;
    }

    @Override
    public void learn(List<RateLimit> limits) {
        // nothing is kept, so there is nothing to learn
    }

    @Override
    public void close(@Nullable Instant until) {
        // it refuses nothing
    }

    @Override
    public void closeOrders(AccountKey account, @Nullable Instant until) {
        // it refuses nothing
    }

    @Override
    public ConnectionLimit connections(int weight) {
        return new ConnectionLimit(Integer.MAX_VALUE, Duration.ofNanos(1));
    }

    @Override
    public BudgetState state() {
        return new BudgetState(CLOCK.instant(), List.of(), 0, null, null);
    }

    @Override
    public Flux<BudgetState> changes() {
        return Flux.defer(() -> Flux.concat(Flux.just(state()), Flux.never()));
    }

    /** Settles once like any other, so that clients behave alike. */
    private static final class FreePermit extends AtomicBoolean implements Permit {

        private static final long serialVersionUID = 1L;

        @Override
        public boolean answered(List<Usage> report) {
            return compareAndSet(false, true);
        }

        @Override
        public boolean notSent() {
            return compareAndSet(false, true);
        }

        @Override
        public boolean lost() {
            return compareAndSet(false, true);
        }
    }
}
