/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.trade.CancelReplaceResult;
import org.jspecify.annotations.Nullable;

/**
 * The two halves of a cancel-replace: of each exactly one of answer and refusal is there, or neither when it was not
 * attempted.
 *
 * @param canceled what was canceled
 * @param cancelRefusal why nothing was
 * @param placed what was placed
 * @param orderRefusal why nothing was
 */
public record ReplacedOrder(
        @Nullable Canceled canceled,
        @Nullable Refusal cancelRefusal,
        @Nullable PlacedOrder placed,
        @Nullable Refusal orderRefusal) {

    /**
     * How the cancel went.
     *
     * @return success or failure
     */
    public CancelReplaceResult cancelResult() {
        return result(canceled, cancelRefusal);
    }

    /**
     * How the new order went.
     *
     * @return success, failure or not attempted
     */
    public CancelReplaceResult newOrderResult() {
        return result(placed, orderRefusal);
    }

    private static CancelReplaceResult result(@Nullable Object done, @Nullable Refusal refusal) {
        if (done != null) {
            return CancelReplaceResult.SUCCESS;
        }
        return refusal == null ? CancelReplaceResult.NOT_ATTEMPTED : CancelReplaceResult.FAILURE;
    }
}
