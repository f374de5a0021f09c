/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.trade.CancelReplaceMode;
import io.github.binancereactive.core.model.trade.OrderRateLimitExceededMode;
import org.jspecify.annotations.Nullable;

/** Cancels an order and places another, each half on its own. */
final class Replacing {

    private final Floor floor;
    private final Placing placing;
    private final Canceling canceling;

    Replacing(Floor floor, Placing placing, Canceling canceling) {
        this.floor = floor;
        this.placing = placing;
        this.canceling = canceling;
    }

    ReplacedOrder replace(Account account, ReplaceRequest request) {
        Market market = floor.market(request.order().symbol());
        if (!market.info().cancelReplaceAllowed()) {
            throw Refusals.invalid("Order cancel-replace is not supported for this symbol.");
        }
        Order order = placing.checked(account, request.order());
        Refusal tooMany = exceeded(account, request.exceededMode());
        try {
            Canceled canceled = canceling.cancel(account, request.cancel());
            return replaced(canceled, null, order, tooMany);
        } catch (Refusal refusal) {
            if (tooMany != null || request.mode() == CancelReplaceMode.STOP_ON_FAILURE) {
                return notAttempted(account, refusal, tooMany, request.mode());
            }
            return replaced(null, refusal, order, null);
        }
    }

    private @Nullable Refusal exceeded(Account account, OrderRateLimitExceededMode mode) {
        try {
            account.unfilled().check(1, floor.now());
            return null;
        } catch (Refusal refusal) {
            if (mode == OrderRateLimitExceededMode.DO_NOTHING) {
                throw refusal;
            }
            return refusal;
        }
    }

    private ReplacedOrder notAttempted(
            Account account, Refusal cancelRefusal, @Nullable Refusal tooMany, CancelReplaceMode mode) {
        if (tooMany == null) {
            account.unfilled().placed(1, floor.now());
        }
        boolean isAttempted = mode == CancelReplaceMode.ALLOW_FAILURE;
        return new ReplacedOrder(null, cancelRefusal, null, isAttempted ? tooMany : null);
    }

    private ReplacedOrder replaced(
            @Nullable Canceled canceled, @Nullable Refusal cancelRefusal, Order order, @Nullable Refusal tooMany) {
        if (tooMany != null) {
            return new ReplacedOrder(canceled, cancelRefusal, null, tooMany);
        }
        try {
            return new ReplacedOrder(canceled, cancelRefusal, placing.place(placing.again(order)), null);
        } catch (Refusal refusal) {
            order.account().unfilled().placed(1, floor.now());
            return new ReplacedOrder(canceled, cancelRefusal, null, refusal);
        }
    }
}
