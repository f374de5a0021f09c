/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.trade.CancelReplaceAnswer;
import io.github.binancereactive.core.model.trade.CancelReplaceMode;
import io.github.binancereactive.core.model.trade.CancelRestrictions;
import io.github.binancereactive.core.model.trade.OrderRateLimitExceededMode;

/**
 * Cancels an order and places another on the same symbol, in one request. Immutable: each method returns a new one, or throws an {@link IllegalArgumentException} that names the parameter and the rule
 * it breaks.
 *
 * @see <a
 *     href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#cancel-an-existing-order-and-send-a-new-order-trade">Cancel an existing order and send a new order</a>
 */
public final class CancelReplace {

    private final Call<CancelReplaceAnswer> call;

    private CancelReplace(Call<CancelReplaceAnswer> call) {
        this.call = call;
    }

    /**
     * The old order by the exchange's number, which is the fastest way.
     *
     * @param cancelOrderId the exchange's number for the old order
     * @param order the new order, with its receive window if it has one
     * @param mode what happens to the new order when the old one can't be canceled
     * @return the request
     */
    public static CancelReplace of(long cancelOrderId, NewOrder order, CancelReplaceMode mode) {
        return of(Terms.none().with("cancelOrderId", cancelOrderId), order, mode);
    }

    /**
     * The old order by the caller's id.
     *
     * @param cancelOrigClientOrderId the caller's id for the old order
     * @param order the new order, with its receive window if it has one
     * @param mode what happens to the new order when the old one can't be canceled
     * @return the request
     */
    public static CancelReplace of(String cancelOrigClientOrderId, NewOrder order, CancelReplaceMode mode) {
        return of(Terms.none().with("cancelOrigClientOrderId", cancelOrigClientOrderId), order, mode);
    }

    private static CancelReplace of(Terms old, NewOrder order, CancelReplaceMode mode) {
        Call<CancelReplaceAnswer> replacement =
                Call.of(TradingEndpoints.CANCEL_REPLACE).withAll(order.call().parameters());
        return new CancelReplace(
                old.with("cancelReplaceMode", mode).addTo(replacement).complete());
    }

    /**
     * This request, whose cancellation is refused unless the old order has this id, too.
     *
     * @param clientOrderId the caller's id for the old order
     * @return a new request
     */
    public CancelReplace cancelOrigClientOrderId(String clientOrderId) {
        return with("cancelOrigClientOrderId", clientOrderId);
    }

    /**
     * This request, giving the cancellation an id of the caller's, which the old order has from then on. Without it, a client gives it
     * one of its own.
     *
     * @param clientOrderId up to 36 letters, digits, hyphens and underscores
     * @return a new request
     */
    public CancelReplace cancelNewClientOrderId(String clientOrderId) {
        return with("cancelNewClientOrderId", clientOrderId);
    }

    /**
     * This request, whose cancellation is refused unless the old order is in a certain state.
     *
     * @param restrictions which state
     * @return a new request
     */
    public CancelReplace restrictions(CancelRestrictions restrictions) {
        return with("cancelRestrictions", restrictions);
    }

    /**
     * This request, with a choice of what it does when the count of unfilled orders is used up.
     *
     * @param mode cancel only, or nothing, which is what it does otherwise
     * @return a new request
     */
    public CancelReplace orderRateLimitExceeded(OrderRateLimitExceededMode mode) {
        return with("orderRateLimitExceededMode", mode);
    }

    /**
     * The call that cancels and places.
     *
     * @return an immutable call
     */
    public Call<CancelReplaceAnswer> call() {
        return call;
    }

    private CancelReplace with(String name, Object value) {
        return new CancelReplace(Terms.none().with(name, value).addTo(call));
    }
}
