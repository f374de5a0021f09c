/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import static io.github.binancereactive.core.limit.BudgetFixture.perMinute;
import static io.github.binancereactive.core.limit.BudgetFixture.weighing;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.BudgetExceededException;
import io.github.binancereactive.core.model.general.RateLimitType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.util.RaceTestUtils;

class PermitMonoTest {

    private final BudgetFixture on = new BudgetFixture(perMinute(10));
    private final Mono<Permit> asks = on.budget.acquire(weighing(10), BudgetPolicy.WAIT, "an.endpoint");

    @Test
    void takesNothingBeforeItIsSubscribedToAndAPermitForEachSubscription() {
        assertThat(used()).isZero();
        StepVerifier.create(asks).assertNext(Permit::notSent).verifyComplete();
        StepVerifier.create(asks).assertNext(Permit::notSent).verifyComplete();
        assertThat(used()).isZero();
    }

    @Test
    void takesNothingBeforeItIsDemanded() {
        StepVerifier.create(asks, 0)
                .expectSubscription()
                .then(() -> assertThat(used()).isZero())
                .thenRequest(1)
                .assertNext(permit -> assertThat(used()).isEqualTo(10))
                .verifyComplete();
    }

    @Test
    void failsAtOnceByPolicy() {
        on.ask(weighing(10));
        StepVerifier.create(on.budget.acquire(weighing(1), BudgetPolicy.FAIL_FAST, "an.endpoint"))
                .verifyError(BudgetExceededException.class);
    }

    @Test
    void cancellingGivesUpThePlace() {
        Permit first = on.ask(weighing(10)).permit();
        asks.subscribe(permit -> {
                    throw new AssertionError("cancelled");
                })
                .dispose();
        assertThat(on.budget.state().waiting()).isZero();
        first.notSent();
        assertThat(used()).isZero();
    }

    @Test
    void cancellingWhileItIsGrantedLosesNoPermit() {
        for (int i = 0; i < 2_000; i++) {
            Permit first = on.ask(weighing(10)).permit();
            Taker taker = new Taker();
            asks.subscribe(taker);
            RaceTestUtils.race(first::notSent, taker::cancel);
            assertThat(used()).isEqualTo(taker.got.isEmpty() ? 0 : 10);
            taker.got.forEach(Permit::notSent);
        }
    }

    @Test
    void cancellingWhileItAsksLosesNoPermit() {
        for (int i = 0; i < 2_000; i++) {
            Taker taker = new Taker();
            taker.demands.set(false);
            asks.subscribe(taker);
            RaceTestUtils.race(() -> taker.request(1), taker::cancel);
            assertThat(used()).isEqualTo(taker.got.isEmpty() ? 0 : 10);
            taker.got.forEach(Permit::notSent);
            assertThat(on.budget.state().waiting()).isZero();
        }
    }

    private int used() {
        return on.limit(RateLimitType.REQUEST_WEIGHT).used();
    }

    private static final class Taker extends BaseSubscriber<Permit> {
        final List<Permit> got = new ArrayList<>();
        final AtomicBoolean demands = new AtomicBoolean(true);

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            if (demands.get()) {
                subscription.request(1);
            }
        }

        @Override
        protected void hookOnNext(Permit permit) {
            got.add(permit);
        }
    }
}
