/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.trade.AmendAnswer;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Reduces the quantity of an order, which keeps its place in the queue. Immutable: each method returns a new one, or throws an {@link IllegalArgumentException} that names the parameter and the rule
 * it breaks.
 *
 * @see <a
 *     href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#order-amend-keep-priority-trade">Order amend keep priority</a>
 */
public final class AmendOrder {

    private final Call<AmendAnswer> call;

    private AmendOrder(Call<AmendAnswer> call) {
        this.call = call;
    }

    /**
     * By the exchange's number.
     *
     * @param symbol the order's symbol
     * @param orderId the exchange's number for it
     * @param newQty its quantity from then on, less than before
     * @return the amendment
     */
    public static AmendOrder of(String symbol, long orderId, BigDecimal newQty) {
        return of(Terms.none().with("symbol", symbol).with("orderId", orderId), newQty);
    }

    /**
     * By the caller's id.
     *
     * @param symbol the order's symbol
     * @param origClientOrderId the caller's id for it
     * @param newQty its quantity from then on, less than before
     * @return the amendment
     */
    public static AmendOrder of(String symbol, String origClientOrderId, BigDecimal newQty) {
        return of(Terms.none().with("symbol", symbol).with("origClientOrderId", origClientOrderId), newQty);
    }

    private static AmendOrder of(Terms terms, BigDecimal newQty) {
        return new AmendOrder(terms.with("newQty", newQty)
                .addTo(Call.of(TradingEndpoints.AMEND_ORDER))
                .complete());
    }

    /**
     * This amendment, refused unless the order has this id, too.
     *
     * @param clientOrderId the caller's id for the order
     * @return a new amendment
     */
    public AmendOrder origClientOrderId(String clientOrderId) {
        return with("origClientOrderId", clientOrderId);
    }

    /**
     * This amendment, giving the order another id of the caller's, or keeping the one it has. Without it, a client gives it one of its
     * own.
     *
     * @param clientOrderId up to 36 letters, digits, hyphens and underscores
     * @return a new amendment
     */
    public AmendOrder newClientOrderId(String clientOrderId) {
        return with("newClientOrderId", clientOrderId);
    }

    /**
     * This amendment, refused by the exchange when it arrives later than that after it was signed.
     *
     * @param window at most a minute, not finer than a microsecond
     * @return a new amendment
     */
    public AmendOrder recvWindow(Duration window) {
        return with("recvWindow", Terms.recvWindow(window));
    }

    /**
     * The call that amends.
     *
     * @return an immutable call
     */
    public Call<AmendAnswer> call() {
        return call;
    }

    private AmendOrder with(String name, Object value) {
        return new AmendOrder(Terms.none().with(name, value).addTo(call));
    }
}
