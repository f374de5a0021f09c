/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import static io.github.binancereactive.core.limit.BudgetFixture.ACCOUNT;
import static io.github.binancereactive.core.limit.BudgetFixture.BEGIN;
import static io.github.binancereactive.core.limit.BudgetFixture.ordering;
import static io.github.binancereactive.core.limit.BudgetFixture.ordersPerTenSeconds;
import static io.github.binancereactive.core.limit.BudgetFixture.perMinute;
import static io.github.binancereactive.core.limit.BudgetFixture.weighing;
import static io.github.binancereactive.core.limit.BudgetFixture.weightUsed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.BudgetExceededException;
import io.github.binancereactive.core.limit.BudgetFixture.Asker;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.testsupport.Incidents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocalRequestBudgetTest {

    @Test
    void grantsAtOnceWhileThereIsRoom() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        assertThat(on.ask(weighing(10)).isGranted()).isTrue();
        assertThat(on.budget.tryAcquire(weighing(1))).isNull();
        assertThat(on.budget.tryAcquire(weighing(0))).isNotNull();
    }

    @Test
    void whoWaitsGetsOnWhenTheWindowEndsAndNotBefore() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        on.ask(weighing(10)).permit().answered(weightUsed(10));
        Asker waits = on.ask(weighing(1));
        on.pass(30_249);
        assertThat(waits.waits()).isTrue();
        on.pass(1);
        assertThat(waits.isGranted()).isTrue();
    }

    @Test
    void whoWaitsGetsOnWhenAnAnswerReportsLess() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        Asker first = on.ask(weighing(10));
        Asker waits = on.ask(weighing(4));
        first.permit().answered(weightUsed(7));
        assertThat(waits.waits()).isTrue();
        Asker cheap = on.ask(weighing(0));
        cheap.permit().answered(weightUsed(6));
        assertThat(waits.isGranted()).isTrue();
    }

    @Test
    void whoWaitsGetsOnWhenAPermitGoesBack() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        Asker first = on.ask(weighing(10));
        Asker waits = on.ask(weighing(4));
        assertThat(first.permit().notSent()).isTrue();
        assertThat(waits.isGranted()).isTrue();
    }

    @Test
    void whoWaitsGetsOnWhenALimitIsRaised() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        on.ask(weighing(10));
        Asker waits = on.ask(weighing(4));
        on.budget.learn(List.of(perMinute(20)));
        assertThat(waits.isGranted()).isTrue();
    }

    @Test
    void firstComeFirstServed() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        Asker first = on.ask(weighing(10));
        Asker big = on.ask(weighing(8));
        Asker small = on.ask(weighing(1));
        Asker another = on.ask(weighing(2));
        assertThat(on.budget.tryAcquire(weighing(1))).isNull();
        first.permit().notSent();
        assertThat(big.isGranted()).isTrue();
        assertThat(small.isGranted()).isTrue();
        assertThat(another.waits()).isTrue();
    }

    @Test
    void nobodyPassesABigOneByTakingWhatItWaitsFor() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        Asker four = on.ask(weighing(4));
        Asker six = on.ask(weighing(6));
        Asker big = on.ask(weighing(9));
        Asker small = on.ask(weighing(1));
        six.permit().notSent();
        assertThat(big.waits()).isTrue();
        assertThat(small.waits()).isTrue(); // there are 6 now, and the big one needs them all
        assertThat(on.budget.tryAcquire(weighing(1))).isNull();
        four.permit().notSent();
        assertThat(big.isGranted()).isTrue();
        assertThat(small.isGranted()).isTrue();
    }

    @Test
    void whoWaitsForOrdersHoldsUpNobodyWhoPlacesNone() {
        BudgetFixture on = new BudgetFixture(perMinute(10), ordersPerTenSeconds(1));
        on.ask(ordering(1));
        Asker order = on.ask(ordering(1));
        Asker query = on.ask(weighing(8));
        assertThat(order.waits()).isTrue();
        assertThat(query.isGranted()).isTrue();
        assertThat(on.ask(weighing(1)).waits()).isTrue(); // the last one belongs to the order
    }

    @Test
    void anotherAccountsOrdersHoldUpNobody() {
        BudgetFixture on = new BudgetFixture(perMinute(10), ordersPerTenSeconds(1));
        on.ask(ordering(1));
        on.ask(ordering(1));
        assertThat(on.ask(new Cost(1, 1, 1, 0, AccountKey.of("another"))).isGranted())
                .isTrue();
    }

    @Test
    void cancellingFreesThePlaceAtOnce() {
        BudgetFixture on = new BudgetFixture(1, perMinute(10));
        on.ask(weighing(6));
        Asker big = on.ask(weighing(9));
        assertThat(on.budget.state().waiting()).isOne();
        assertThat(on.limit(RateLimitType.REQUEST_WEIGHT).waiting()).isEqualTo(9);
        assertThat(on.budget.state().waitingSince()).contains(BEGIN);
        assertThat(big.place.cancel()).isTrue();
        assertThat(big.place.cancel()).isFalse();
        assertThat(on.budget.state().waiting()).isZero();
        assertThat(on.limit(RateLimitType.REQUEST_WEIGHT).waiting()).isZero();
        assertThat(on.budget.state().waitingSince()).isEmpty();
        assertThat(on.ask(weighing(4)).isGranted()).isTrue();
        on.pass(120_000);
        assertThat(big.waits()).isTrue();
    }

    @Test
    void cancellingLetsThoseBehindGetOn() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        on.ask(weighing(6));
        Asker big = on.ask(weighing(9));
        Asker small = on.ask(weighing(4));
        big.place.cancel();
        assertThat(small.isGranted()).isTrue();
    }

    @Test
    void cancellingAfterItWasGrantedSaysSo() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        Asker first = on.ask(weighing(10));
        Asker second = on.ask(weighing(10));
        assertThat(first.place.cancel()).isFalse();
        first.permit().notSent();
        assertThat(second.place.cancel()).isFalse();
    }

    @Test
    void refusesAtOnceWhoDoesNotWaitAndSaysWhenThereIsRoom() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        on.ask(weighing(10));
        Asker refused = on.ask(weighing(1), BudgetPolicy.FAIL_FAST);
        assertThat(refused.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal)
                    .isInstanceOf(BudgetExceededException.class)
                    .hasMessage("an.endpoint: not sent, request budget: REQUEST_WEIGHT (10 in 1 MINUTE) is used up, "
                            + "retry after 2026-07-21T12:01:00.250Z");
            assertThat(((BudgetExceededException) refusal).retryAfter())
                    .contains(Instant.parse("2026-07-21T12:01:00.250Z"));
        });
        assertThat(on.budget.state().waiting()).isZero();
    }

    @Test
    void refusesOneTooManyThatWaits() {
        BudgetFixture on = new BudgetFixture(2, perMinute(10));
        on.ask(weighing(10));
        Asker second = on.ask(weighing(1));
        on.ask(weighing(1));
        assertThat(on.ask(weighing(1)).refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal).hasMessageContaining("2 requests wait already"));
        second.place.cancel();
        assertThat(on.ask(weighing(1)).waits()).isTrue();
    }

    @Test
    void refusesWhatCanNeverFit() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        assertThat(on.ask(weighing(11)).refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(((BudgetExceededException) refusal).retryAfter())
                        .isEmpty());
    }

    @Test
    void refusesWhoWaitsForWhatCanNeverFitAnyMore() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        on.ask(weighing(10));
        Asker big = on.ask(weighing(9));
        Asker small = on.ask(weighing(5));
        on.budget.learn(List.of(perMinute(8)));
        assertThat(big.refusals).hasSize(1);
        assertThat(small.waits()).isTrue();
        assertThat(on.budget.state().waiting()).isOne();
    }

    @Test
    void aClosedGateLetsNobodyThroughAndOpensByItself() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        on.budget.close(on.now().plusSeconds(5));
        assertThat(on.budget.tryAcquire(weighing(0))).isNull();
        Asker waits = on.ask(weighing(1));
        Asker early = on.ask(weighing(1), BudgetPolicy.WAIT_WHILE_OPEN);
        assertThat(early.refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(((BudgetExceededException) refusal).retryAfter())
                        .contains(BEGIN.plusMillis(5_250)));
        assertThat(on.budget.state().closedUntil()).contains(BEGIN.plusMillis(5_250));
        on.pass(5_249);
        assertThat(waits.waits()).isTrue();
        on.pass(1);
        assertThat(waits.isGranted()).isTrue();
        assertThat(on.budget.state().closedUntil()).isEmpty();
    }

    @Test
    void closingRefusesThoseWhoWaitOnlyWhileItIsOpen() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        on.ask(weighing(10));
        Asker patient = on.ask(weighing(1));
        Asker other = on.ask(weighing(1), BudgetPolicy.WAIT_WHILE_OPEN);
        assertThat(other.waits()).isTrue();
        on.budget.close(null);
        assertThat(other.refusals).hasSize(1);
        assertThat(patient.waits()).isTrue();
        assertThat(on.budget.state().closedUntil()).contains(Instant.parse("2026-07-21T12:01:00.250Z"));
    }

    @Test
    void closingTheOrdersOfAnAccountHoldsUpNothingElse() {
        BudgetFixture on = new BudgetFixture(perMinute(10), ordersPerTenSeconds(5));
        on.budget.closeOrders(ACCOUNT, on.now().plusSeconds(20));
        Asker order = on.ask(ordering(1));
        assertThat(order.waits()).isTrue();
        assertThat(on.ask(ordering(1), BudgetPolicy.WAIT_WHILE_OPEN).refusals).hasSize(1);
        assertThat(on.ask(ordering(0)).isGranted()).isTrue(); // a cancellation
        assertThat(on.ask(new Cost(1, 1, 1, 0, AccountKey.of("another"))).isGranted())
                .isTrue();
        assertThat(on.limit(RateLimitType.ORDERS).closedUntil()).contains(BEGIN.plusMillis(20_250));
        on.pass(20_250);
        assertThat(order.isGranted()).isTrue();
    }

    @Test
    void aPermitIsSettledOnce() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        Permit permit = on.ask(weighing(10)).permit();
        assertThat(permit.lost()).isTrue();
        assertThat(permit.notSent()).isFalse();
        assertThat(permit.lost()).isFalse();
        assertThat(permit.answered(weightUsed(0))).isFalse();
        assertThat(on.limit(RateLimitType.REQUEST_WEIGHT).used()).isEqualTo(10);
        assertThat(on.limit(RateLimitType.REQUEST_WEIGHT).inFlight()).isZero();
    }

    @Test
    void adaptsToOthersWhoSendFromTheSameAddress() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        on.ask(weighing(1)).permit().answered(weightUsed(15));
        assertThat(on.limit(RateLimitType.REQUEST_WEIGHT).used()).isEqualTo(15);
        assertThat(on.limit(RateLimitType.REQUEST_WEIGHT).remaining()).isZero();
        assertThat(on.ask(weighing(1)).waits()).isTrue();
    }

    @Test
    void ordersThatFillAreGivenBack() {
        BudgetFixture on = new BudgetFixture(ordersPerTenSeconds(2));
        List<Usage> report = List.of(new Usage(RateLimitType.ORDERS, RateLimitInterval.SECOND, 10, 0, 0));
        for (int i = 0; i < 100; i++) {
            on.until("2026-07-21T12:00:35Z");
            on.ask(ordering(2)).permit().answered(report);
        }
        assertThat(on.ask(ordering(2)).isGranted()).isTrue();
    }

    @Test
    void aReceiverMayAskAndSettleAndCancelWhileItIsCalled() {
        BudgetFixture on = new BudgetFixture(perMinute(2));
        List<Integer> order = new ArrayList<>();
        Permit first = on.ask(weighing(2)).permit();
        for (int i = 0; i < 5_000; i += 50) { // deeper than a stack would bear
            askAgain(on.budget, order, i, i + 50);
        }
        first.notSent();
        assertThat(order).hasSize(5_000);
    }

    private static void askAgain(RequestBudget budget, List<Integer> order, int number, int end) {
        if (number < end) {
            budget.acquire(weighing(2), BudgetPolicy.WAIT, "an.endpoint", receiver(permit -> {
                order.add(number);
                askAgain(budget, order, number + 1, end);
                permit.notSent();
            }));
        }
    }

    private static PermitReceiver receiver(Consumer<Permit> granted) {
        return new PermitReceiver() {
            @Override
            public void granted(Permit permit) {
                granted.accept(permit);
            }

            @Override
            public void refused(BinanceException refusal) {
                throw new AssertionError(refusal);
            }
        };
    }

    @Test
    void aReceiverThatFailsHarmsNobodyBehindIt() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        Permit first = on.ask(weighing(10)).permit();
        on.budget.acquire(weighing(1), BudgetPolicy.WAIT, "an.endpoint", receiver(permit -> {
            throw new IllegalStateException("expected");
        }));
        Asker behind = on.ask(weighing(1));
        first.notSent();
        assertThat(behind.isGranted()).isTrue();
        assertThat(Incidents.take(Incidents.Kind.DROPPED_ERROR)).hasSize(1);
    }

    @Test
    void wakesUpSoonEvenIfTheClockIsSetMeanwhile() {
        AtomicLong ahead = new AtomicLong();
        BudgetFixture on = new BudgetFixture(perMinute(10));
        RequestBudget budget = RequestBudget.local(BudgetOptions.defaults()
                .withLimits(List.of(perMinute(10)))
                .withScheduler(on.time)
                .withClock(() -> on.now().plusMillis(ahead.get())));
        Permit first = Objects.requireNonNull(budget.tryAcquire(weighing(10)));
        Asker waits = new Asker();
        budget.acquire(weighing(10), BudgetPolicy.WAIT, "an.endpoint", waits);
        first.lost();
        ahead.set(40_000);
        on.pass(1_000);
        assertThat(waits.isGranted()).isTrue();
    }

    @Test
    void everybodyGetsOnInOrderWindowAfterWindow() {
        BudgetFixture on = new BudgetFixture(perMinute(10));
        on.ask(weighing(10)).permit().lost();
        List<Asker> all = IntStream.range(0, 100)
                .mapToObj(i -> on.ask(weighing(1 + i % 10)))
                .toList();
        for (int minute = 0; minute < 200; minute++) {
            on.pass(60_000);
            all.stream()
                    .filter(Asker::isGranted)
                    .forEach(asker -> asker.permit().lost());
            List<Boolean> granted = all.stream().map(Asker::isGranted).toList();
            assertThat(granted.lastIndexOf(true)).isLessThan(granted.contains(false) ? granted.indexOf(false) : 100);
        }
        assertThat(all).allMatch(Asker::isGranted);
        assertThat(on.budget.state().waiting()).isZero();
    }

    @Test
    void namesNoAccount() {
        BudgetFixture on = new BudgetFixture(ordersPerTenSeconds(2));
        on.ask(new Cost(1, 1, 1, 0, AccountKey.of("canary-key")));
        on.ask(new Cost(1, 1, 1, 0, AccountKey.of("another-canary")));
        assertThat(on.budget.state().limits()).extracting(LimitState::account).containsExactly(1, 2);
        assertThat(on.budget.state().toString()).doesNotContain("canary");
        assertThat(new Cost(1, 1, 1, 0, AccountKey.of("canary-key")).toString())
                .doesNotContain("canary")
                .doesNotContain(Integer.toHexString(AccountKey.of("canary-key").hashCode()));
    }
}
