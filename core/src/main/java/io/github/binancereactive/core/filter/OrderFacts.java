/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.request.NewOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What filters look at in an order, be it one of its own or a leg of an order list. What the order doesn't have is null.
 *
 * @param side buys or sells
 * @param type its type
 * @param price limit price; null for a pegged order, whose price the exchange sets
 * @param quantity in the base asset
 * @param quoteOrderQty in the quote asset, for market orders by value
 * @param stopPrice when it becomes active
 * @param trailingDelta how far the stop trails, in basis points
 * @param icebergQty how much of it shows
 * @param pegged whether its price follows the book
 * @param selfTradePreventionMode the mode it names
 */
public record OrderFacts(
        Side side,
        OrderType type,
        @Nullable BigDecimal price,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal quoteOrderQty,
        @Nullable BigDecimal stopPrice,
        @Nullable Long trailingDelta,
        @Nullable BigDecimal icebergQty,
        boolean pegged,
        @Nullable SelfTradePreventionMode selfTradePreventionMode) {

    /** Checks what every order has. */
    public OrderFacts {
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(type, "type");
    }

    /**
     * A limit order.
     *
     * @param side buys or sells
     * @param quantity in the base asset
     * @param price limit price
     * @return its terms
     */
    public static OrderFacts limit(Side side, BigDecimal quantity, BigDecimal price) {
        return new OrderFacts(side, OrderType.LIMIT, price, quantity, null, null, null, null, false, null);
    }

    /**
     * A market order by quantity.
     *
     * @param side buys or sells
     * @param quantity in the base asset
     * @return its terms
     */
    public static OrderFacts market(Side side, BigDecimal quantity) {
        return new OrderFacts(side, OrderType.MARKET, null, quantity, null, null, null, null, false, null);
    }

    /**
     * The order that a request places.
     *
     * @param order the request
     * @return its facts
     */
    public static OrderFacts of(NewOrder order) {
        return of(order.call()).get(0);
    }

    /**
     * The orders that a call places or tests, be it one or a list.
     *
     * @param call any call
     * @return their facts, the working order of a list first; empty when it places none
     */
    public static List<OrderFacts> of(Call<?> call) {
        return CallFacts.of(call);
    }

    boolean isAlgo() {
        return switch (type) {
            case STOP_LOSS, STOP_LOSS_LIMIT, TAKE_PROFIT, TAKE_PROFIT_LIMIT -> true;
            default -> false;
        };
    }

    boolean isIceberg() {
        return icebergQty != null && icebergQty.signum() > 0;
    }

    /** Whether its trailing stop lies above the market: it waits for the price to rise. */
    boolean trailsAbove() {
        boolean stopLoss = type == OrderType.STOP_LOSS || type == OrderType.STOP_LOSS_LIMIT;
        return stopLoss == (side == Side.BUY);
    }

    /** The same order over another quantity. */
    OrderFacts withQuantity(BigDecimal other) {
        return with(price, other, stopPrice, icebergQty);
    }

    /** The same order with prices on ticks and quantities on steps. */
    OrderFacts rounded(BigDecimal tick, BigDecimal step, Rounding rounding) {
        RoundingMode toTick = rounding.price(side);
        return with(
                round(price, tick, toTick),
                round(quantity, step, rounding.quantity()),
                round(stopPrice, tick, toTick),
                round(icebergQty, step, rounding.quantity()));
    }

    private static @Nullable BigDecimal round(@Nullable BigDecimal value, BigDecimal step, RoundingMode mode) {
        return value == null ? null : Rounding.toStep(value, step, mode);
    }

    private OrderFacts with(
            @Nullable BigDecimal otherPrice,
            @Nullable BigDecimal otherQuantity,
            @Nullable BigDecimal otherStopPrice,
            @Nullable BigDecimal otherIcebergQty) {
        return new OrderFacts(
                side,
                type,
                otherPrice,
                otherQuantity,
                quoteOrderQty,
                otherStopPrice,
                trailingDelta,
                otherIcebergQty,
                pegged,
                selfTradePreventionMode);
    }
}
