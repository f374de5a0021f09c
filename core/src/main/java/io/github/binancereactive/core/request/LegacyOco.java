/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.OrderListAnswer;
import io.github.binancereactive.core.model.trade.OrderResponseType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Two orders of which one cancels the other, as they used to be said: a LIMIT_MAKER, and a STOP_LOSS or STOP_LOSS_LIMIT. Immutable: each method returns a new one, or throws an {@link IllegalArgumentException} that names the parameter and the rule
 * it breaks.
 *
 * @see <a
 *     href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#new-oco---deprecated-trade">New OCO</a>
 * @deprecated by the exchange; {@link OcoOrder} says the same and more
 */
@Deprecated
public final class LegacyOco {

    private final Call<OrderListAnswer> call;

    private LegacyOco(Call<OrderListAnswer> call) {
        this.call = call;
    }

    /**
     * A LIMIT_MAKER and a STOP_LOSS.
     *
     * @param symbol such as {@code BTCUSDT}
     * @param side buy or sell, for both
     * @param quantity quantity in the base asset, for both
     * @param price price of the limit order
     * @param stop what sets off the other one
     * @return the list
     */
    public static LegacyOco of(String symbol, Side side, BigDecimal quantity, BigDecimal price, Trigger stop) {
        return new LegacyOco(Terms.none()
                .with("symbol", symbol)
                .with("side", side)
                .with("quantity", quantity)
                .with("price", price)
                .trigger(stop)
                .addTo(Call.of(TradingEndpoints.NEW_LEGACY_OCO))
                .complete());
    }

    /**
     * This list, its stop a STOP_LOSS_LIMIT.
     *
     * @param price the limit price
     * @param timeInForce how long it is active
     * @return a new list
     */
    public LegacyOco stopLimit(BigDecimal price, TimeInForce timeInForce) {
        return with(Terms.none().with("stopLimitPrice", price).with("stopLimitTimeInForce", timeInForce));
    }

    /**
     * This list, its STOP_LOSS_LIMIT an iceberg order.
     *
     * @param icebergQty the visible quantity
     * @return a new list
     */
    public LegacyOco stopIcebergQty(BigDecimal icebergQty) {
        return with(Terms.none().with("stopIcebergQty", icebergQty));
    }

    /**
     * This list, its LIMIT_MAKER an iceberg order.
     *
     * @param icebergQty the visible quantity
     * @return a new list
     */
    public LegacyOco limitIcebergQty(BigDecimal icebergQty) {
        return with(Terms.none().with("limitIcebergQty", icebergQty));
    }

    /**
     * This list, its LIMIT_MAKER part of a strategy.
     *
     * @param strategyId the caller's own
     * @param strategyType the caller's own, at least 1000000
     * @return a new list
     */
    public LegacyOco limitStrategy(long strategyId, int strategyType) {
        return with(Terms.none().with("limitStrategyId", strategyId).with("limitStrategyType", strategyType));
    }

    /**
     * This list, its stop part of a strategy.
     *
     * @param strategyId the caller's own
     * @param strategyType the caller's own, at least 1000000
     * @return a new list
     */
    public LegacyOco stopStrategy(long strategyId, int strategyType) {
        return with(Terms.none().with("stopStrategyId", strategyId).with("stopStrategyType", strategyType));
    }

    /**
     * This list by ids of the caller's. What has none gets one from the client.
     *
     * @param list id of the list
     * @param limit id of the LIMIT_MAKER
     * @param stop id of the other order
     * @return a new list
     */
    public LegacyOco clientOrderIds(String list, String limit, String stop) {
        return with(Terms.none()
                .with("listClientOrderId", list)
                .with("limitClientOrderId", limit)
                .with("stopClientOrderId", stop));
    }

    /**
     * This list, its orders answered with more or less.
     *
     * @param type how much the answer says of each order
     * @return a new list
     */
    public LegacyOco responseType(OrderResponseType type) {
        return with(Terms.none().with("newOrderRespType", type));
    }

    /**
     * This list with another way to prevent trades with its own account than is the symbol's default.
     *
     * @param mode one that the symbol allows
     * @return a new list
     */
    public LegacyOco selfTradePrevention(SelfTradePreventionMode mode) {
        return with(Terms.none().with("selfTradePreventionMode", mode));
    }

    /**
     * This list, refused by the exchange when it arrives later than that after it was signed.
     *
     * @param window at most a minute, not finer than a microsecond
     * @return a new list
     */
    public LegacyOco recvWindow(Duration window) {
        return with(Terms.none().with("recvWindow", Terms.recvWindow(window)));
    }

    /**
     * The call that places it.
     *
     * @return an immutable call
     */
    public Call<OrderListAnswer> call() {
        return call;
    }

    private LegacyOco with(Terms more) {
        return new LegacyOco(more.addTo(call));
    }
}
