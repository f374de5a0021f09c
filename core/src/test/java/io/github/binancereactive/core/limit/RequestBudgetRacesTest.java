/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import static io.github.binancereactive.core.limit.BudgetFixture.perMinute;
import static io.github.binancereactive.core.limit.BudgetFixture.weighing;
import static io.github.binancereactive.core.limit.BudgetFixture.weightUsed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.limit.BudgetFixture.Asker;
import io.github.binancereactive.core.model.general.RateLimitType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.test.util.RaceTestUtils;

/** Several threads at one budget. */
class RequestBudgetRacesTest {

    private static final int ROUNDS = 2_000;
    private static final int THREADS = 4;
    private static final int LIMIT = 10;

    @Test
    void settlingTwice() {
        BudgetFixture on = new BudgetFixture(perMinute(LIMIT));
        for (int i = 0; i < ROUNDS; i++) {
            Permit permit = on.ask(weighing(LIMIT)).permit();
            AtomicInteger settled = new AtomicInteger();
            RaceTestUtils.race(
                    () -> settled.addAndGet(permit.notSent() ? 1 : 0),
                    () -> settled.addAndGet(permit.answered(weightUsed(0)) ? 1 : 0));
            assertThat(settled).hasValue(1);
            assertThat(on.limit(RateLimitType.REQUEST_WEIGHT).inFlight()).isZero();
            on.ask(weighing(0)).permit().answered(weightUsed(0));
        }
    }

    @Test
    void comingToWaitWhileRoomIsMade() {
        BudgetFixture on = new BudgetFixture(perMinute(LIMIT));
        for (int i = 0; i < ROUNDS; i++) {
            Permit first = on.ask(weighing(LIMIT)).permit();
            Asker waits = new Asker();
            RaceTestUtils.race(
                    first::notSent, () -> on.budget.acquire(weighing(LIMIT), BudgetPolicy.WAIT, "an.endpoint", waits));
            assertThat(waits.isGranted()).isTrue();
            waits.permit().notSent();
        }
    }

    @Test
    void cancellingWhileRoomIsMade() {
        BudgetFixture on = new BudgetFixture(perMinute(LIMIT));
        for (int i = 0; i < ROUNDS; i++) {
            Permit first = on.ask(weighing(LIMIT)).permit();
            Asker waits = on.ask(weighing(LIMIT));
            Asker behind = on.ask(weighing(LIMIT));
            AtomicReference<Boolean> cancelled = new AtomicReference<>();
            RaceTestUtils.race(first::notSent, () -> cancelled.set(waits.place.cancel()));
            assertThat(waits.isGranted()).isNotEqualTo(cancelled.get());
            waits.permits.forEach(Permit::notSent);
            assertThat(behind.isGranted()).isTrue();
            behind.permit().notSent();
            assertThat(on.budget.state().waiting()).isZero();
            assertThat(on.limit(RateLimitType.REQUEST_WEIGHT).waiting()).isZero();
        }
    }

    @Test
    void closingWhileRoomIsMade() {
        for (int i = 0; i < ROUNDS; i++) {
            BudgetFixture on = new BudgetFixture(perMinute(LIMIT));
            Permit first = on.ask(weighing(LIMIT)).permit();
            Asker patient = on.ask(weighing(LIMIT));
            Asker impatient = on.ask(weighing(1), BudgetPolicy.WAIT_WHILE_OPEN);
            RaceTestUtils.race(first::notSent, () -> on.budget.close(on.now().plusSeconds(1)));
            assertThat(impatient.refusals).hasSize(1);
            on.pass(1_250);
            assertThat(patient.isGranted()).isTrue();
        }
    }

    @Test
    void manyThreadsNeverHoldMoreThanTheLimit() throws InterruptedException {
        BudgetFixture on = new BudgetFixture(perMinute(LIMIT));
        AtomicInteger held = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        inParallel(() -> {
            for (int i = 0; i < 20_000; i++) {
                int weight = ThreadLocalRandom.current().nextInt(5);
                Permit permit = on.budget.tryAcquire(weighing(weight));
                if (permit != null) {
                    most.accumulateAndGet(held.addAndGet(weight), Math::max);
                    held.addAndGet(-weight);
                    permit.notSent();
                }
            }
        });
        assertThat(most.get()).isBetween(1, LIMIT);
        assertThat(on.limit(RateLimitType.REQUEST_WEIGHT).used()).isZero();
    }

    @Test
    void allOfManyThatWaitGetOn() throws InterruptedException {
        BudgetFixture on = new BudgetFixture(100_000, perMinute(LIMIT));
        int each = 5_000;
        AtomicInteger held = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch served = new CountDownLatch(THREADS * each);
        List<Throwable> wrong = new ArrayList<>();
        inParallel(() -> {
            for (int i = 0; i < each; i++) {
                int weight = 1 + ThreadLocalRandom.current().nextInt(LIMIT);
                on.budget.acquire(weighing(weight), BudgetPolicy.WAIT, "an.endpoint", new PermitReceiver() {
                    @Override
                    public void granted(Permit permit) {
                        most.accumulateAndGet(held.addAndGet(weight), Math::max);
                        held.addAndGet(-weight);
                        permit.notSent();
                        served.countDown();
                    }

                    @Override
                    public void refused(BinanceException refusal) {
                        synchronized (wrong) {
                            wrong.add(refusal);
                        }
                    }
                });
            }
        });
        assertThat(served.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(wrong).isEmpty();
        assertThat(most.get()).isBetween(1, LIMIT);
        assertThat(on.budget.state().waiting()).isZero();
        assertThat(on.limit(RateLimitType.REQUEST_WEIGHT).used()).isZero();
    }

    /** A thread reads the clock and is held up; meanwhile others begin the next window, and use nearly all of it. */
    @Test
    void aThreadThatIsHeldUpDoesNotTurnBackTheClock() {
        AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2026-07-21T12:00:30Z"));
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        RequestBudget budget = RequestBudget.local(
                BudgetOptions.defaults().withLimits(List.of(perMinute(LIMIT))).withClock(() -> {
                    Instant read = time.get();
                    meanwhile.getAndSet(() -> {}).run();
                    return read;
                }));
        meanwhile.set(() -> {
            time.set(Instant.parse("2026-07-21T12:01:30Z"));
            Objects.requireNonNull(budget.tryAcquire(weighing(LIMIT - 1))).lost();
        });
        assertThat(budget.tryAcquire(weighing(1))).isNotNull();
        assertThat(budget.tryAcquire(weighing(1))).isNull();
        assertThat(budget.state().limits().get(0).used()).isEqualTo(LIMIT);
    }

    private static void inParallel(Runnable work) throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(work, "asker-" + i);
            thread.setUncaughtExceptionHandler((dead, failure) -> {
                synchronized (failures) {
                    failures.add(failure);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
        assertThat(failures).isEmpty();
    }
}
