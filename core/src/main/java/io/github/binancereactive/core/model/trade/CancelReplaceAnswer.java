/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of the two halves of a cancel-replace. The exchange answers with an error when either failed. If one was carried
 * out all the same, clients hand this over as a result; if neither was, it is the {@code detail} of a {@link
 * io.github.binancereactive.core.error.RejectedException}. So a call that yields this may have done one half only: look at both.
 *
 * @param cancelResult what became of the cancellation
 * @param newOrderResult what became of the new order
 * @param cancelResponse what was canceled, or why nothing was; null when it wasn't tried
 * @param newOrderResponse the answer to the new order, or why it was refused; null when it wasn't tried
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#cancel-an-existing-order-and-send-a-new-order-trade">Cancel an existing order and send a new order</a>
 */
public record CancelReplaceAnswer(
        CancelReplaceResult cancelResult,
        CancelReplaceResult newOrderResult,
        @Nullable CancelOutcome cancelResponse,
        @Nullable PlacementOutcome newOrderResponse)
        implements PartialOutcome {

    /**
     * Whether both halves were carried out.
     *
     * @return true when the old order is gone and the new one taken
     */
    public boolean complete() {
        return cancelResult == CancelReplaceResult.SUCCESS && newOrderResult == CancelReplaceResult.SUCCESS;
    }

    /**
     * What was canceled.
     *
     * @return empty when nothing was
     */
    public Optional<CancelAnswer> canceled() {
        return Optional.ofNullable(cancelResponse instanceof CancelAnswer answer ? answer : null);
    }

    /**
     * The answer to the new order.
     *
     * @return empty when it wasn't taken, or wasn't tried
     */
    public Optional<OrderAnswer> placed() {
        return Optional.ofNullable(newOrderResponse instanceof OrderAnswer answer ? answer : null);
    }

    /**
     * Why nothing was canceled.
     *
     * @return empty when something was, or it wasn't tried
     */
    public Optional<Refusal> cancelRefusal() {
        return Optional.ofNullable(cancelResponse instanceof Refusal refusal ? refusal : null);
    }

    /**
     * Why the new order wasn't taken.
     *
     * @return empty when it was, or it wasn't tried
     */
    public Optional<Refusal> placementRefusal() {
        return Optional.ofNullable(newOrderResponse instanceof Refusal refusal ? refusal : null);
    }

    /** Also true for a result that this version doesn't know: it may stand for something that was done. */
    @Override
    public boolean changedSomething() {
        return mayHaveChanged(cancelResult) || mayHaveChanged(newOrderResult);
    }

    private static boolean mayHaveChanged(CancelReplaceResult result) {
        return result != CancelReplaceResult.FAILURE && result != CancelReplaceResult.NOT_ATTEMPTED;
    }
}
