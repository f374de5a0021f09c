/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.model.user.AccountPosition;
import io.github.binancereactive.core.model.user.BalanceUpdate;
import io.github.binancereactive.core.model.user.EventStreamTerminated;
import io.github.binancereactive.core.model.user.ExecutionReport;
import io.github.binancereactive.core.model.user.ExternalLockUpdate;
import io.github.binancereactive.core.model.user.ListStatus;
import io.github.binancereactive.core.model.user.UserDataEvent;
import java.util.List;

/**
 * By what the copies of one event on two connections are known to be that: an execution by its number, everything else by its
 * content. The event time is not part of it, since the exchange doesn't promise that it is the same on both.
 */
final class EventKey {

    private EventKey() {}

    static Object of(UserDataEvent event) {
        if (event instanceof ExecutionReport report) {
            return List.of(report.symbol(), report.orderId(), report.executionId());
        }
        if (event instanceof AccountPosition position) {
            return List.of(position.lastUpdateTime(), position.balances());
        }
        if (event instanceof BalanceUpdate update) {
            return List.of(update.eventType(), update.asset(), update.delta(), update.clearTime());
        }
        if (event instanceof ExternalLockUpdate update) {
            return List.of(update.eventType(), update.asset(), update.delta(), update.transactTime());
        }
        if (event instanceof ListStatus list) {
            return List.of(
                    list.symbol(),
                    list.orderListId(),
                    list.transactTime(),
                    list.listStatusType(),
                    list.listOrderStatus(),
                    list.orders());
        }
        return event instanceof EventStreamTerminated terminated ? terminated.eventType() : event;
    }
}
