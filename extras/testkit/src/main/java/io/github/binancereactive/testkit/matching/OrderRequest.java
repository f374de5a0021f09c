/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.PegOffsetType;
import io.github.binancereactive.core.model.trade.PegPriceType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order that is to be placed, with the parameters that the caller sent; null for what it did not send.
 *
 * @param symbol the symbol
 * @param side buy or sell
 * @param type the type
 * @param timeInForce how long it lives; null where its type has none
 * @param quantity base quantity; null for {@code quoteOrderQty} and for what an OPO list will pay for
 * @param quoteOrderQty quote quantity of a market order
 * @param price limit price
 * @param newClientOrderId its client order id; null for a generated one
 * @param strategyId label of the strategy
 * @param strategyType kind of the strategy
 * @param stopPrice stop price
 * @param trailingDelta trailing delta in basis points
 * @param icebergQty the part that the book shows
 * @param selfTradePreventionMode mode; null for the symbol's default
 * @param pegPriceType what the price is pegged to
 * @param pegOffsetType the unit of the offset
 * @param pegOffsetValue the offset
 */
public record OrderRequest(
        String symbol,
        Side side,
        OrderType type,
        @Nullable TimeInForce timeInForce,
        @Nullable BigDecimal quantity,
        @Nullable BigDecimal quoteOrderQty,
        @Nullable BigDecimal price,
        @Nullable String newClientOrderId,
        @Nullable Long strategyId,
        @Nullable Integer strategyType,
        @Nullable BigDecimal stopPrice,
        @Nullable Integer trailingDelta,
        @Nullable BigDecimal icebergQty,
        @Nullable SelfTradePreventionMode selfTradePreventionMode,
        @Nullable PegPriceType pegPriceType,
        @Nullable PegOffsetType pegOffsetType,
        @Nullable Integer pegOffsetValue) {

    /**
     * An order to be filled in.
     *
     * @param symbol the symbol
     * @param side buy or sell
     * @param type the type
     * @return a builder without anything optional
     */
    public static Builder of(String symbol, Side side, OrderType type) {
        return new Builder(symbol, side, type);
    }

    /** This order with the symbol's mode of self-trade prevention where it names none. */
    OrderRequest withDefaults(SelfTradePreventionMode mode) {
        return selfTradePreventionMode != null
                ? this
                : of(symbol, side, type)
                        .timeInForce(timeInForce)
                        .quantity(quantity)
                        .quoteOrderQty(quoteOrderQty)
                        .price(price)
                        .newClientOrderId(newClientOrderId)
                        .strategy(strategyId, strategyType)
                        .stopPrice(stopPrice)
                        .trailingDelta(trailingDelta)
                        .icebergQty(icebergQty)
                        .selfTradePreventionMode(mode)
                        .peg(pegPriceType, pegOffsetType, pegOffsetValue)
                        .build();
    }

    boolean isBuy() {
        return side == Side.BUY;
    }

    boolean isPegged() {
        return pegPriceType != null;
    }

    boolean isIceberg() {
        return icebergQty != null && icebergQty.signum() > 0;
    }

    /** Collects an {@link OrderRequest}. */
    public static final class Builder {

        private final String symbol;
        private final Side side;
        private final OrderType type;
        private @Nullable TimeInForce timeInForce;
        private @Nullable BigDecimal quantity;
        private @Nullable BigDecimal quoteOrderQty;
        private @Nullable BigDecimal price;
        private @Nullable String newClientOrderId;
        private @Nullable Long strategyId;
        private @Nullable Integer strategyType;
        private @Nullable BigDecimal stopPrice;
        private @Nullable Integer trailingDelta;
        private @Nullable BigDecimal icebergQty;
        private @Nullable SelfTradePreventionMode selfTradePreventionMode;
        private @Nullable PegPriceType pegPriceType;
        private @Nullable PegOffsetType pegOffsetType;
        private @Nullable Integer pegOffsetValue;

        private Builder(String symbol, Side side, OrderType type) {
            this.symbol = symbol;
            this.side = side;
            this.type = type;
        }

        /**
         * Sets how long it lives.
         *
         * @param value the time in force
         * @return this
         */
        public Builder timeInForce(@Nullable TimeInForce value) {
            timeInForce = value;
            return this;
        }

        /**
         * Sets the base quantity.
         *
         * @param value the quantity
         * @return this
         */
        public Builder quantity(@Nullable BigDecimal value) {
            quantity = value;
            return this;
        }

        /**
         * Sets the quote quantity.
         *
         * @param value the quantity
         * @return this
         */
        public Builder quoteOrderQty(@Nullable BigDecimal value) {
            quoteOrderQty = value;
            return this;
        }

        /**
         * Sets the limit price.
         *
         * @param value the price
         * @return this
         */
        public Builder price(@Nullable BigDecimal value) {
            price = value;
            return this;
        }

        /**
         * Sets the client order id.
         *
         * @param value the id
         * @return this
         */
        public Builder newClientOrderId(@Nullable String value) {
            newClientOrderId = value;
            return this;
        }

        /**
         * Sets the labels of the strategy.
         *
         * @param id its id
         * @param kind its kind
         * @return this
         */
        public Builder strategy(@Nullable Long id, @Nullable Integer kind) {
            strategyId = id;
            strategyType = kind;
            return this;
        }

        /**
         * Sets the stop price.
         *
         * @param value the price
         * @return this
         */
        public Builder stopPrice(@Nullable BigDecimal value) {
            stopPrice = value;
            return this;
        }

        /**
         * Sets the trailing delta.
         *
         * @param value basis points
         * @return this
         */
        public Builder trailingDelta(@Nullable Integer value) {
            trailingDelta = value;
            return this;
        }

        /**
         * Sets the part that the book shows.
         *
         * @param value the quantity
         * @return this
         */
        public Builder icebergQty(@Nullable BigDecimal value) {
            icebergQty = value;
            return this;
        }

        /**
         * Sets the mode of self-trade prevention.
         *
         * @param value the mode
         * @return this
         */
        public Builder selfTradePreventionMode(@Nullable SelfTradePreventionMode value) {
            selfTradePreventionMode = value;
            return this;
        }

        /**
         * Pegs the price.
         *
         * @param priceType what to
         * @param offsetType the unit of the offset
         * @param offsetValue the offset
         * @return this
         */
        public Builder peg(
                @Nullable PegPriceType priceType, @Nullable PegOffsetType offsetType, @Nullable Integer offsetValue) {
            pegPriceType = priceType;
            pegOffsetType = offsetType;
            pegOffsetValue = offsetValue;
            return this;
        }

        /**
         * The order.
         *
         * @return an immutable request
         */
        public OrderRequest build() {
            return new OrderRequest(
                    symbol,
                    side,
                    type,
                    timeInForce,
                    quantity,
                    quoteOrderQty,
                    price,
                    newClientOrderId,
                    strategyId,
                    strategyType,
                    stopPrice,
                    trailingDelta,
                    icebergQty,
                    selfTradePreventionMode,
                    pegPriceType,
                    pegOffsetType,
                    pegOffsetValue);
        }
    }
}
