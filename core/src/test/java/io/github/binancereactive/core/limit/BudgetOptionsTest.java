/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.binancereactive.core.model.general.RateLimitType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class BudgetOptionsTest {

    @Test
    void eachCopyChangesOneComponent() throws ReflectiveOperationException {
        BudgetOptions original = BudgetOptions.defaults();
        Supplier<Instant> clock = () -> Instant.EPOCH;
        Scheduler scheduler = Schedulers.immediate();
        Map<String, Object> others = Map.of(
                "limits",
                List.of(BudgetFixture.perMinute(1)),
                "edgeMargin",
                Duration.ofMillis(1),
                "maxWaiting",
                7,
                "clock",
                clock,
                "scheduler",
                scheduler);
        for (RecordComponent changed : BudgetOptions.class.getRecordComponents()) {
            String with = "with" + Character.toUpperCase(changed.getName().charAt(0))
                    + changed.getName().substring(1);
            Object copy = BudgetOptions.class
                    .getMethod(with, changed.getType())
                    .invoke(original, others.get(changed.getName()));
            for (RecordComponent each : BudgetOptions.class.getRecordComponents()) {
                Object expected = each.getName().equals(changed.getName())
                        ? others.get(each.getName())
                        : each.getAccessor().invoke(original);
                assertThat(each.getAccessor().invoke(copy)).as(with).isEqualTo(expected);
            }
        }
    }

    @Test
    void beginsWithEveryKindOfLimit() {
        assertThat(BudgetOptions.defaults().limits())
                .extracting(limit -> limit.rateLimitType())
                .contains(
                        RateLimitType.REQUEST_WEIGHT,
                        RateLimitType.RAW_REQUESTS,
                        RateLimitType.ORDERS,
                        RateLimitType.CONNECTIONS);
    }

    @Test
    void refusesWhatMakesNoSense() {
        BudgetOptions options = BudgetOptions.defaults();
        assertThatThrownBy(() -> options.withEdgeMargin(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options.withMaxWaiting(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
