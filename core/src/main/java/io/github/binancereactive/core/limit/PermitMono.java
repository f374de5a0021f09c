/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import io.github.binancereactive.core.error.BinanceException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;

/**
 * The Reactor form of {@link RequestBudget#acquire(Cost, BudgetPolicy, String, PermitReceiver)}. Not {@code Mono.create}:
 * that drops a value that comes after cancel, and a dropped permit would be lost to the budget.
 */
final class PermitMono extends Mono<Permit> {

    private final RequestBudget budget;
    private final Cost cost;
    private final BudgetPolicy policy;
    private final String endpoint;

    PermitMono(RequestBudget budget, Cost cost, BudgetPolicy policy, String endpoint) {
        this.budget = budget;
        this.cost = cost;
        this.policy = policy;
        this.endpoint = endpoint;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Permit> actual) {
        actual.onSubscribe(new Request(actual));
    }

    /** One subscription. Asks with the first demand, so a permit never waits for demand. */
    private final class Request implements Subscription, PermitReceiver {

        private static final int IDLE = 0;
        private static final int ASKED = 1;
        private static final int ENDED = 2;

        private final CoreSubscriber<? super Permit> actual;
        private final AtomicInteger phase = new AtomicInteger(IDLE);
        private final AtomicReference<@Nullable Waiting> place = new AtomicReference<>();

        Request(CoreSubscriber<? super Permit> actual) {
            this.actual = actual;
        }

        @Override
        public void request(long n) {
            if (Operators.validate(n) && phase.compareAndSet(IDLE, ASKED)) {
                Waiting waiting = budget.acquire(cost, policy, endpoint, this);
                place.set(waiting);
                if (phase.get() == ENDED) { // cancelled before the place was known, so this is who cancels
                    waiting.cancel();
                }
            }
        }

        @Override
        public void cancel() {
            if (phase.getAndSet(ENDED) == ASKED) {
                Waiting waiting = place.get();
                if (waiting != null) {
                    waiting.cancel();
                }
            }
        }

        @Override
        public void granted(Permit permit) {
            if (phase.compareAndSet(ASKED, ENDED)) {
                actual.onNext(permit);
                actual.onComplete();
            } else {
                permit.notSent();
            }
        }

        @Override
        public void refused(BinanceException refusal) {
            if (phase.compareAndSet(ASKED, ENDED)) {
                actual.onError(refusal);
            }
        }
    }
}
