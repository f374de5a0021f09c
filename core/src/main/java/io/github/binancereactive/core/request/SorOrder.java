/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.OrderResponseType;
import io.github.binancereactive.core.model.trade.OrderTest;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * A new order that smart order routing may fill from several books: LIMIT or MARKET, by quantity. Immutable: each method returns a new one, or throws an {@link IllegalArgumentException} that names the parameter and the rule
 * it breaks.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/sor_faq">Smart order routing</a>
 */
public final class SorOrder {

    private final Call<OrderAnswer> call;

    private SorOrder(Call<OrderAnswer> call) {
        this.call = call;
    }

    /**
     * A LIMIT order. GTC, unless told otherwise.
     *
     * @param symbol such as {@code BTCUSDT}
     * @param side buy or sell
     * @param quantity quantity in the base asset
     * @param price the limit price
     * @return the order
     */
    public static SorOrder limit(String symbol, Side side, BigDecimal quantity, BigDecimal price) {
        return order(symbol, side, quantity, Terms.limit(OrderType.LIMIT, price));
    }

    /**
     * A MARKET order.
     *
     * @param symbol such as {@code BTCUSDT}
     * @param side buy or sell
     * @param quantity quantity in the base asset
     * @return the order
     */
    public static SorOrder market(String symbol, Side side, BigDecimal quantity) {
        return order(symbol, side, quantity, Terms.of(OrderType.MARKET));
    }

    private static SorOrder order(String symbol, Side side, BigDecimal quantity, Terms terms) {
        return new SorOrder(terms.with("symbol", symbol)
                .with("side", side)
                .with("quantity", quantity)
                .addTo(Call.of(TradingEndpoints.NEW_SOR_ORDER))
                .complete());
    }

    /**
     * This order, active for another time. For LIMIT orders.
     *
     * @param timeInForce how long it is active
     * @return a new order
     */
    public SorOrder timeInForce(TimeInForce timeInForce) {
        return with("timeInForce", timeInForce);
    }

    /**
     * This order as an iceberg order. For LIMIT orders that are GTC.
     *
     * @param icebergQty the visible quantity, not more than the whole
     * @return a new order
     */
    public SorOrder icebergQty(BigDecimal icebergQty) {
        return with("icebergQty", icebergQty);
    }

    /**
     * This order as part of a strategy.
     *
     * @param strategyId the caller's own
     * @return a new order
     */
    public SorOrder strategy(long strategyId) {
        return with("strategyId", strategyId);
    }

    /**
     * This order as part of a strategy of a kind.
     *
     * @param strategyId the caller's own
     * @param strategyType the caller's own, at least 1000000
     * @return a new order
     */
    public SorOrder strategy(long strategyId, int strategyType) {
        return with("strategyId", strategyId).with("strategyType", strategyType);
    }

    /**
     * This order by an id of the caller's. Without one, a client gives it an id of its own, another for each subscription.
     *
     * @param clientOrderId unique among the account's open orders: up to 36 letters, digits, hyphens and underscores
     * @return a new order
     */
    public SorOrder clientOrderId(String clientOrderId) {
        return with("newClientOrderId", clientOrderId);
    }

    /**
     * This order, answered with more or less. Without it, FULL.
     *
     * @param type how much the answer says
     * @return a new order
     */
    public SorOrder responseType(OrderResponseType type) {
        return with("newOrderRespType", type);
    }

    /**
     * This order with another way to prevent trades with its own account than is the symbol's default.
     *
     * @param mode one that the symbol allows
     * @return a new order
     */
    public SorOrder selfTradePrevention(SelfTradePreventionMode mode) {
        return with("selfTradePreventionMode", mode);
    }

    /**
     * This order, refused by the exchange when it arrives later than that after it was signed.
     *
     * @param window at most a minute, not finer than a microsecond
     * @return a new order
     */
    public SorOrder recvWindow(Duration window) {
        return with("recvWindow", Terms.recvWindow(window));
    }

    /**
     * The call that checks it as if it were placed.
     *
     * @param computeCommissionRates whether the answer is to say what it would cost, which weighs 20 instead of 1
     * @return an immutable call
     */
    public Call<OrderTest> testCall(boolean computeCommissionRates) {
        Call<OrderTest> test = Call.of(TradingEndpoints.TEST_SOR_ORDER).withAll(call.parameters());
        return computeCommissionRates ? test.with("computeCommissionRates", true) : test;
    }

    /**
     * The call that places it.
     *
     * @return an immutable call
     */
    public Call<OrderAnswer> call() {
        return call;
    }

    private SorOrder with(String name, Object value) {
        return new SorOrder(Terms.none().with(name, value).addTo(call));
    }
}
