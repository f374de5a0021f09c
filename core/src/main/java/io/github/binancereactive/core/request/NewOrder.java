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
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A new order: one factory for each type, with what is mandatory for it; all else by copy. Immutable and safe to place again and again: each
 * subscription is an order of its own, with an id of its own unless the caller gives one.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#new-order-trade">New
 *     order</a>
 */
public final class NewOrder extends OrderTerms<NewOrder> {

    private NewOrder(Call<OrderAnswer> order) {
        super(order);
    }

    private static NewOrder order(String symbol, Side side, BigDecimal quantity, Terms terms) {
        return order(symbol, side, terms.with("quantity", quantity));
    }

    private static NewOrder order(String symbol, Side side, Terms terms) {
        Terms first = Terms.none().with("symbol", symbol).with("side", side);
        return new NewOrder(terms.addTo(first.addTo(Terms.ORDER)).complete());
    }

    /**
     * A LIMIT order: executes at its price or better. GTC, unless told otherwise.
     *
     * @param symbol such as {@code BTCUSDT}
     * @param side buy or sell
     * @param quantity quantity in the base asset
     * @param price the limit price
     * @return the order
     */
    public static NewOrder limit(String symbol, Side side, BigDecimal quantity, BigDecimal price) {
        return order(symbol, side, quantity, Terms.limit(OrderType.LIMIT, price));
    }

    /**
     * A LIMIT order whose price follows the book and has no other bound. GTC, unless told otherwise.
     *
     * @param symbol such as {@code BTCUSDT}
     * @param side buy or sell
     * @param quantity quantity in the base asset
     * @param peg which price of the book it follows
     * @return the order
     */
    public static NewOrder limit(String symbol, Side side, BigDecimal quantity, Peg peg) {
        return order(symbol, side, quantity, Terms.pegged(OrderType.LIMIT, peg));
    }

    /**
     * A MARKET order over a quantity of the base asset.
     *
     * @param symbol such as {@code BTCUSDT}
     * @param side buy or sell
     * @param quantity quantity in the base asset
     * @return the order
     */
    public static NewOrder market(String symbol, Side side, BigDecimal quantity) {
        return order(symbol, side, quantity, Terms.of(OrderType.MARKET));
    }

    /**
     * A MARKET order over an amount of the quote asset, spent or received.
     *
     * @param symbol such as {@code BTCUSDT}
     * @param side buy or sell
     * @param quoteOrderQty what to spend or to receive, in the quote asset
     * @return the order
     */
    public static NewOrder marketQuote(String symbol, Side side, BigDecimal quoteOrderQty) {
        return order(symbol, side, Terms.of(OrderType.MARKET).with("quoteOrderQty", quoteOrderQty));
    }

    /**
     * A LIMIT_MAKER order: refused if it would execute at once.
     *
     * @param symbol such as {@code BTCUSDT}
     * @param side buy or sell
     * @param quantity quantity in the base asset
     * @param price the limit price
     * @return the order
     */
    public static NewOrder limitMaker(String symbol, Side side, BigDecimal quantity, BigDecimal price) {
        return order(symbol, side, quantity, Terms.of(OrderType.LIMIT_MAKER).with("price", price));
    }

    /**
     * A LIMIT_MAKER order whose price follows the best one of its own side.
     *
     * @param symbol such as {@code BTCUSDT}
     * @param side buy or sell
     * @param quantity quantity in the base asset
     * @param peg which price of the book it follows
     * @return the order
     */
    public static NewOrder limitMaker(String symbol, Side side, BigDecimal quantity, Peg peg) {
        return order(symbol, side, quantity, Terms.of(OrderType.LIMIT_MAKER).peg(peg));
    }

    /**
     * A STOP_LOSS order: becomes a market order when it is triggered.
     *
     * @param symbol such as {@code BTCUSDT}
     * @param side buy or sell
     * @param quantity quantity in the base asset
     * @param trigger what sets it off
     * @return the order
     */
    public static NewOrder stopLoss(String symbol, Side side, BigDecimal quantity, Trigger trigger) {
        return order(symbol, side, quantity, Terms.of(OrderType.STOP_LOSS).trigger(trigger));
    }

    /**
     * A STOP_LOSS_LIMIT order: becomes a limit order when it is triggered. GTC, unless told otherwise.
     *
     * @param symbol such as {@code BTCUSDT}
     * @param side buy or sell
     * @param quantity quantity in the base asset
     * @param price the limit price
     * @param trigger what sets it off
     * @return the order
     */
    public static NewOrder stopLossLimit(
            String symbol, Side side, BigDecimal quantity, BigDecimal price, Trigger trigger) {
        return order(
                symbol,
                side,
                quantity,
                Terms.limit(OrderType.STOP_LOSS_LIMIT, price).trigger(trigger));
    }

    /**
     * A STOP_LOSS_LIMIT order whose price follows the book from when it is triggered. GTC, unless told otherwise.
     *
     * @param symbol such as {@code BTCUSDT}
     * @param side buy or sell
     * @param quantity quantity in the base asset
     * @param peg which price of the book it follows
     * @param trigger what sets it off
     * @return the order
     */
    public static NewOrder stopLossLimit(String symbol, Side side, BigDecimal quantity, Peg peg, Trigger trigger) {
        return order(
                symbol,
                side,
                quantity,
                Terms.pegged(OrderType.STOP_LOSS_LIMIT, peg).trigger(trigger));
    }

    /**
     * A TAKE_PROFIT order: becomes a market order when it is triggered.
     *
     * @param symbol such as {@code BTCUSDT}
     * @param side buy or sell
     * @param quantity quantity in the base asset
     * @param trigger what sets it off
     * @return the order
     */
    public static NewOrder takeProfit(String symbol, Side side, BigDecimal quantity, Trigger trigger) {
        return order(symbol, side, quantity, Terms.of(OrderType.TAKE_PROFIT).trigger(trigger));
    }

    /**
     * A TAKE_PROFIT_LIMIT order: becomes a limit order when it is triggered. GTC, unless told otherwise.
     *
     * @param symbol such as {@code BTCUSDT}
     * @param side buy or sell
     * @param quantity quantity in the base asset
     * @param price the limit price
     * @param trigger what sets it off
     * @return the order
     */
    public static NewOrder takeProfitLimit(
            String symbol, Side side, BigDecimal quantity, BigDecimal price, Trigger trigger) {
        return order(
                symbol,
                side,
                quantity,
                Terms.limit(OrderType.TAKE_PROFIT_LIMIT, price).trigger(trigger));
    }

    /**
     * A TAKE_PROFIT_LIMIT order whose price follows the book from when it is triggered. GTC, unless told otherwise.
     *
     * @param symbol such as {@code BTCUSDT}
     * @param side buy or sell
     * @param quantity quantity in the base asset
     * @param peg which price of the book it follows
     * @param trigger what sets it off
     * @return the order
     */
    public static NewOrder takeProfitLimit(String symbol, Side side, BigDecimal quantity, Peg peg, Trigger trigger) {
        return order(
                symbol,
                side,
                quantity,
                Terms.pegged(OrderType.TAKE_PROFIT_LIMIT, peg).trigger(trigger));
    }

    @Override
    NewOrder copy(Call<OrderAnswer> with) {
        return new NewOrder(with);
    }

    /**
     * This order at another price.
     *
     * @param price the limit price, for a type that has one
     * @return a new order
     */
    public NewOrder price(BigDecimal price) {
        return with("price", price);
    }

    /**
     * This order over another quantity.
     *
     * @param quantity quantity in the base asset
     * @return a new order
     */
    public NewOrder quantity(BigDecimal quantity) {
        return with("quantity", quantity);
    }

    /**
     * This order with another stop price.
     *
     * @param stopPrice what triggers it, for a type that is triggered
     * @return a new order
     */
    public NewOrder stopPrice(BigDecimal stopPrice) {
        return with("stopPrice", stopPrice);
    }

    /**
     * This order, answered with more or less. Without it, MARKET and LIMIT orders are answered FULL, all others ACK.
     *
     * @param type how much the answer says
     * @return a new order
     */
    public NewOrder responseType(OrderResponseType type) {
        return with("newOrderRespType", type);
    }

    /**
     * This order with another way to prevent trades with its own account than is the symbol's default.
     *
     * @param mode one that the symbol allows
     * @return a new order
     */
    public NewOrder selfTradePrevention(SelfTradePreventionMode mode) {
        return with("selfTradePreventionMode", mode);
    }

    /**
     * This order, refused by the exchange when it arrives later than that after it was signed.
     *
     * @param window at most a minute, not finer than a microsecond
     * @return a new order
     */
    public NewOrder recvWindow(Duration window) {
        return with("recvWindow", Terms.recvWindow(window));
    }

    /**
     * Its symbol.
     *
     * @return such as {@code BTCUSDT}
     */
    public String symbol() {
        return Objects.requireNonNull(value("symbol", String.class));
    }

    /**
     * Its side.
     *
     * @return buy or sell
     */
    public Side side() {
        return Side.valueOf(Objects.requireNonNull(value("side", String.class)));
    }

    /**
     * The quantity in the base asset.
     *
     * @return null for a MARKET order over an amount of the quote asset
     */
    public @Nullable BigDecimal quantity() {
        return value("quantity", BigDecimal.class);
    }

    /**
     * The amount of the quote asset.
     *
     * @return null unless it is a MARKET order over such an amount
     */
    public @Nullable BigDecimal quoteOrderQty() {
        return value("quoteOrderQty", BigDecimal.class);
    }

    /**
     * How much the answer is to say.
     *
     * @return null for what is the default of its type
     */
    public @Nullable OrderResponseType responseType() {
        String word = value("newOrderRespType", String.class);
        return word == null ? null : OrderResponseType.valueOf(word);
    }

    /**
     * How trades with its own account are prevented.
     *
     * @return null for the symbol's default
     */
    public @Nullable SelfTradePreventionMode selfTradePrevention() {
        String word = value("selfTradePreventionMode", String.class);
        return word == null ? null : SelfTradePreventionMode.valueOf(word);
    }

    /**
     * The call that places it.
     *
     * @return an immutable call
     */
    public Call<OrderAnswer> call() {
        return order;
    }

    /**
     * The call that checks it as if it were placed.
     *
     * @param computeCommissionRates whether the answer is to say what it would cost, which weighs 20 instead of 1
     * @return an immutable call
     */
    public Call<OrderTest> testCall(boolean computeCommissionRates) {
        Call<OrderTest> test = Call.of(TradingEndpoints.TEST_ORDER).withAll(order.parameters());
        return computeCommissionRates ? test.with("computeCommissionRates", true) : test;
    }
}
