/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import static io.github.binancereactive.core.limit.BudgetFixture.perMinute;
import static io.github.binancereactive.core.limit.BudgetFixture.weighing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

class StateChangesTest {

    private final BudgetFixture on = new BudgetFixture(perMinute(100));
    private final Flux<Integer> used =
            on.budget.changes().map(state -> state.limits().get(0).used());

    @Test
    void beginsWithHowThingsStandAndGoesOnWithWhatChanges() {
        on.ask(weighing(5));
        StepVerifier.create(used)
                .then(() -> on.pass(10))
                .expectNext(5)
                .then(() -> on.pass(1_000))
                .then(() -> on.ask(weighing(7)))
                .then(() -> on.pass(10))
                .expectNext(12)
                .thenCancel()
                .verify();
    }

    @Test
    void changesInQuickSuccessionBecomeOne() {
        StepVerifier.create(used)
                .then(() -> on.pass(10))
                .expectNext(0)
                .then(() -> {
                    for (int i = 0; i < 100; i++) {
                        on.ask(weighing(1));
                    }
                    on.pass(10);
                })
                .expectNext(100)
                .thenCancel()
                .verify();
    }

    @Test
    void whoeverIsSlowGetsTheLatestOnly() {
        StepVerifier.create(used, 0)
                .then(() -> {
                    for (int i = 0; i < 10; i++) {
                        on.ask(weighing(1));
                        on.pass(100);
                    }
                })
                .thenRequest(1)
                .expectNext(10)
                .thenCancel()
                .verify();
    }

    @Test
    void showsThoseWhoWaitAndThatItIsClosed() {
        on.ask(weighing(100));
        StepVerifier.create(on.budget.changes())
                .then(() -> on.pass(10))
                .expectNextCount(1)
                .then(() -> on.ask(weighing(1)))
                .then(() -> on.pass(10))
                .assertNext(state -> assertThat(state.waiting()).isOne())
                .then(() -> on.budget.close(on.now().plusSeconds(5)))
                .then(() -> on.pass(10))
                .assertNext(state -> assertThat(state.closedUntil()).isPresent())
                .thenCancel()
                .verify(Duration.ofSeconds(10));
    }

    @Test
    void nobodyIsToldAfterHavingCancelled() {
        AtomicInteger told = new AtomicInteger();
        var watching = on.budget.changes().subscribe(state -> told.incrementAndGet());
        on.pass(10);
        assertThat(told).hasValue(1);
        watching.dispose();
        on.ask(weighing(1));
        on.pass(1_000);
        assertThat(told).hasValue(1);
    }
}
