/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import static io.github.binancereactive.core.limit.BudgetFixture.weighing;
import static io.github.binancereactive.core.limit.BudgetFixture.weightUsed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.limit.BudgetFixture.Asker;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class UnlimitedBudgetTest {

    private final RequestBudget budget = RequestBudget.unlimited();

    @Test
    void refusesNothing() {
        budget.close(Instant.now().plusSeconds(60));
        for (int i = 0; i < 1_000; i++) {
            Asker asker = new Asker();
            budget.acquire(weighing(Integer.MAX_VALUE), BudgetPolicy.FAIL_FAST, "an.endpoint", asker);
            assertThat(asker.permit().answered(weightUsed(10_000))).isTrue();
            assertThat(asker.permit().lost()).isFalse();
            assertThat(budget.connections(2).acquire(Instant.now())).isZero();
        }
        StepVerifier.create(budget.changes().take(1))
                .assertNext(state -> assertThat(state.limits()).isEmpty())
                .verifyComplete();
    }
}
