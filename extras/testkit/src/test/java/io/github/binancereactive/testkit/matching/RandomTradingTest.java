/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.ExecutionType;
import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.OrderStatus;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That random trading does reach what the other tests rely on, and that it can be gone on with for long. */
class RandomTradingTest {

    private static final int STEPS = 20_000;

    @Test
    void everythingHappensInALongRun() {
        Seen seen = new Seen();
        RandomTrading trading = new RandomTrading(11, seen);
        for (int i = 0; i < STEPS; i++) {
            trading.step();
        }
        new Audit(trading.engine).check();

        assertThat(trading.accepted).isGreaterThan(STEPS / 3);
        assertThat(seen.types).containsAll(EnumSet.complementOf(EnumSet.of(OrderType.UNKNOWN)));
        assertThat(seen.statuses)
                .containsAll(EnumSet.complementOf(
                        EnumSet.of(OrderStatus.UNKNOWN, OrderStatus.PENDING_CANCEL, OrderStatus.REJECTED)));
        assertThat(seen.executions)
                .containsAll(EnumSet.complementOf(EnumSet.of(ExecutionType.UNKNOWN, ExecutionType.REJECTED)));
        assertThat(seen.reasons)
                .containsAll(EnumSet.complementOf(
                        EnumSet.of(ExpiryReason.UNKNOWN, ExpiryReason.EXECUTION_RULE_PRICE_RANGE_EXCEEDED)));
        assertThat(seen.triggered).isGreaterThan(STEPS / 100);
        assertThat(seen.discounted).isPositive();
    }

    /** What a listener was told of. */
    private static final class Seen implements EngineListener {

        final Set<OrderType> types = EnumSet.noneOf(OrderType.class);
        final Set<OrderStatus> statuses = EnumSet.noneOf(OrderStatus.class);
        final Set<ExecutionType> executions = EnumSet.noneOf(ExecutionType.class);
        final Set<ExpiryReason> reasons = EnumSet.noneOf(ExpiryReason.class);
        int triggered;
        int discounted;

        @Override
        public void onOrder(OrderEvent event) {
            OrderSnapshot order = event.order();
            statuses.add(order.status());
            executions.add(event.executionType());
            reasons.add(order.expiryReason());
            Fill fill = event.fill();
            if (fill != null) {
                types.add(order.type());
                discounted +=
                        fill.commissionAsset().equals("BNB") && !order.symbol().startsWith("BNB") ? 1 : 0;
            }
            boolean isContingent = order.stopPrice() != null || order.trailingDelta() != null;
            triggered += isContingent && order.isWorking() ? 1 : 0;
        }
    }
}
