/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.trade.CancelAnswer;
import io.github.binancereactive.core.model.trade.CancelRestrictions;
import java.time.Duration;

/**
 * Cancels an order, and with it the order list that it belongs to. Immutable: each method returns a new one, or throws an {@link IllegalArgumentException} that names the parameter and the rule
 * it breaks.
 *
 * @see <a
 *     href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#cancel-order-trade">Cancel order</a>
 */
public final class CancelOrder {

    private final Call<CancelAnswer> call;

    private CancelOrder(Call<CancelAnswer> call) {
        this.call = call;
    }

    /**
     * By the exchange's number, which is the fastest way.
     *
     * @param symbol the order's symbol
     * @param orderId the exchange's number for it
     * @return the cancellation
     */
    public static CancelOrder of(String symbol, long orderId) {
        return of(Terms.none().with("symbol", symbol).with("orderId", orderId));
    }

    /**
     * By the caller's id.
     *
     * @param symbol the order's symbol
     * @param origClientOrderId the caller's id for it
     * @return the cancellation
     */
    public static CancelOrder of(String symbol, String origClientOrderId) {
        return of(Terms.none().with("symbol", symbol).with("origClientOrderId", origClientOrderId));
    }

    private static CancelOrder of(Terms terms) {
        return new CancelOrder(
                terms.addTo(Call.of(TradingEndpoints.CANCEL_ORDER)).complete());
    }

    /**
     * This cancellation, refused unless the order has this id, too.
     *
     * @param clientOrderId the caller's id for the order
     * @return a new cancellation
     */
    public CancelOrder origClientOrderId(String clientOrderId) {
        return with("origClientOrderId", clientOrderId);
    }

    /**
     * This cancellation by an id of the caller's, which the order has from then on: its old one is free again. Without it, a client
     * gives it one of its own.
     *
     * @param clientOrderId up to 36 letters, digits, hyphens and underscores
     * @return a new cancellation
     */
    public CancelOrder newClientOrderId(String clientOrderId) {
        return with("newClientOrderId", clientOrderId);
    }

    /**
     * This cancellation, refused unless the order is in a certain state.
     *
     * @param restrictions which state
     * @return a new cancellation
     */
    public CancelOrder restrictions(CancelRestrictions restrictions) {
        return with("cancelRestrictions", restrictions);
    }

    /**
     * This cancellation, refused by the exchange when it arrives later than that after it was signed.
     *
     * @param window at most a minute, not finer than a microsecond
     * @return a new cancellation
     */
    public CancelOrder recvWindow(Duration window) {
        return with("recvWindow", Terms.recvWindow(window));
    }

    /**
     * The call that cancels.
     *
     * @return an immutable call
     */
    public Call<CancelAnswer> call() {
        return call;
    }

    private CancelOrder with(String name, Object value) {
        return new CancelOrder(Terms.none().with(name, value).addTo(call));
    }
}
