/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.trade.CancelAnswer;
import java.time.Duration;

/**
 * Cancels an order list. Immutable: each method returns a new one, or throws an {@link IllegalArgumentException} that names the parameter and the rule
 * it breaks.
 *
 * @see <a
 *     href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#cancel-order-list-trade">Cancel order list</a>
 */
public final class CancelOrderList {

    private final Call<CancelAnswer> call;

    private CancelOrderList(Call<CancelAnswer> call) {
        this.call = call;
    }

    /**
     * By the exchange's number.
     *
     * @param symbol the list's symbol
     * @param orderListId the exchange's number for it
     * @return the cancellation
     */
    public static CancelOrderList of(String symbol, long orderListId) {
        return of(Terms.none().with("symbol", symbol).with("orderListId", orderListId));
    }

    /**
     * By the caller's id.
     *
     * @param symbol the list's symbol
     * @param listClientOrderId the caller's id for it
     * @return the cancellation
     */
    public static CancelOrderList of(String symbol, String listClientOrderId) {
        return of(Terms.none().with("symbol", symbol).with("listClientOrderId", listClientOrderId));
    }

    private static CancelOrderList of(Terms terms) {
        return new CancelOrderList(
                terms.addTo(Call.of(TradingEndpoints.CANCEL_ORDER_LIST)).complete());
    }

    /**
     * This cancellation, refused unless the list has this id, too.
     *
     * @param clientOrderId the caller's id for the list
     * @return a new cancellation
     */
    public CancelOrderList listClientOrderId(String clientOrderId) {
        return with("listClientOrderId", clientOrderId);
    }

    /**
     * This cancellation by an id of the caller's. Without it, a client gives it one of its own.
     *
     * @param clientOrderId up to 36 letters, digits, hyphens and underscores
     * @return a new cancellation
     */
    public CancelOrderList newClientOrderId(String clientOrderId) {
        return with("newClientOrderId", clientOrderId);
    }

    /**
     * This cancellation, refused by the exchange when it arrives later than that after it was signed.
     *
     * @param window at most a minute, not finer than a microsecond
     * @return a new cancellation
     */
    public CancelOrderList recvWindow(Duration window) {
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

    private CancelOrderList with(String name, Object value) {
        return new CancelOrderList(Terms.none().with(name, value).addTo(call));
    }
}
