/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import reactor.test.scheduler.VirtualTimeScheduler;

/** A budget in virtual time, which begins in the middle of a minute, and those who ask it. */
final class BudgetFixture {

    static final Instant BEGIN = Instant.parse("2026-07-21T12:00:30Z");
    static final AccountKey ACCOUNT = AccountKey.of("an account");

    final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    final RequestBudget budget;

    BudgetFixture(RateLimit... limits) {
        this(1_000, limits);
    }

    BudgetFixture(int maxWaiting, RateLimit... limits) {
        budget = RequestBudget.local(BudgetOptions.defaults()
                .withLimits(List.of(limits))
                .withMaxWaiting(maxWaiting)
                .withScheduler(time)
                .withClock(this::now));
    }

    Instant now() {
        return BEGIN.plusMillis(time.now(TimeUnit.MILLISECONDS));
    }

    void pass(long millis) {
        time.advanceTimeBy(Duration.ofMillis(millis));
    }

    /** To a moment of the same minute, or of a later one. */
    void until(String instant) {
        time.advanceTimeBy(Duration.between(now(), Instant.parse(instant)));
    }

    Asker ask(Cost cost) {
        return ask(cost, BudgetPolicy.WAIT);
    }

    Asker ask(Cost cost, BudgetPolicy policy) {
        Asker asker = new Asker();
        asker.place = budget.acquire(cost, policy, "an.endpoint", asker);
        return asker;
    }

    LimitState limit(RateLimitType type) {
        return budget.state().limits().stream()
                .filter(limit -> limit.limit().rateLimitType() == type)
                .findFirst()
                .orElseThrow();
    }

    static RateLimit perMinute(int weight) {
        return new RateLimit(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.MINUTE, 1, weight);
    }

    static RateLimit ordersPerTenSeconds(int orders) {
        return new RateLimit(RateLimitType.ORDERS, RateLimitInterval.SECOND, 10, orders);
    }

    static Cost weighing(int weight) {
        return new Cost(weight, 1, 0, 0, null);
    }

    static Cost ordering(int orders) {
        return new Cost(1, 1, orders, 0, ACCOUNT);
    }

    static List<Usage> weightUsed(int count) {
        return List.of(new Usage(RateLimitType.REQUEST_WEIGHT, RateLimitInterval.MINUTE, 1, count, 0));
    }

    /** Remembers what it was told. */
    static final class Asker implements PermitReceiver {

        Waiting place = () -> false;
        final List<Permit> permits = new ArrayList<>();
        final List<BinanceException> refusals = new ArrayList<>();

        @Override
        public void granted(Permit permit) {
            permits.add(permit);
        }

        @Override
        public void refused(BinanceException refusal) {
            refusals.add(refusal);
        }

        boolean isGranted() {
            return permits.size() == 1 && refusals.isEmpty();
        }

        boolean waits() {
            return permits.isEmpty() && refusals.isEmpty();
        }

        Permit permit() {
            return permits.get(0);
        }
    }
}
