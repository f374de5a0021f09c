/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static io.github.binancereactive.wires.Situation.number;

import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.trade.OrderResponseType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import io.github.binancereactive.core.request.AllOrdersQuery;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.core.request.Peg;
import io.github.binancereactive.core.request.Trigger;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Orders of every type, with everything that may go with them. */
final class OrderKinds {

    private static final String SYMBOL = ReadCalls.SYMBOL;

    private final Map<String, NewOrder> orders = new LinkedHashMap<>();

    private OrderKinds() {}

    static Map<String, NewOrder> all() {
        OrderKinds kinds = new OrderKinds();
        kinds.limits();
        kinds.markets();
        kinds.makers();
        kinds.stops();
        kinds.profits();
        kinds.extras();
        return kinds.orders;
    }

    static AllOrdersQuery allOf(NewOrder order) {
        return AllOrdersQuery.symbol(order.symbol());
    }

    private void limits() {
        orders.put("LIMIT GTC", limit("50000"));
        orders.put("LIMIT IOC, nothing", limit("50000").timeInForce(TimeInForce.IOC));
        orders.put("LIMIT IOC, filled", limit("60500").timeInForce(TimeInForce.IOC));
        orders.put("LIMIT FOK", limit("60500").timeInForce(TimeInForce.FOK));
        orders.put("LIMIT iceberg", limit("50000").icebergQty(number("0.002")));
        orders.put(
                "LIMIT pegged",
                NewOrder.limit(SYMBOL, Side.BUY, number("0.01"), Peg.primary().offset(2)));
        orders.put("LIMIT pegged to the market", NewOrder.limit(SYMBOL, Side.SELL, number("0.01"), Peg.market()));
    }

    private void markets() {
        orders.put("MARKET", NewOrder.market(SYMBOL, Side.SELL, number("0.02")));
        orders.put("MARKET by quote", NewOrder.marketQuote(SYMBOL, Side.BUY, number("120.5")));
        orders.put("MARKET, a symbol that is not ASCII", NewOrder.market(ReadCalls.NOT_ASCII, Side.BUY, number("100")));
    }

    private void makers() {
        orders.put("LIMIT_MAKER", NewOrder.limitMaker(SYMBOL, Side.SELL, number("0.01"), number("70000")));
        orders.put(
                "LIMIT_MAKER pegged",
                NewOrder.limitMaker(ReadCalls.NOT_ASCII, Side.SELL, number("100"), Peg.primary()));
    }

    private void stops() {
        orders.put("STOP_LOSS", NewOrder.stopLoss(SYMBOL, Side.SELL, number("0.01"), at("50000")));
        orders.put("STOP_LOSS trailing", NewOrder.stopLoss(SYMBOL, Side.SELL, number("0.01"), Trigger.trailing(100)));
        orders.put(
                "STOP_LOSS_LIMIT",
                NewOrder.stopLossLimit(SYMBOL, Side.SELL, number("0.01"), number("49000"), at("50000")));
        orders.put(
                "STOP_LOSS_LIMIT pegged",
                NewOrder.stopLossLimit(SYMBOL, Side.SELL, number("0.01"), Peg.primary(), at("50000")));
    }

    private void profits() {
        orders.put("TAKE_PROFIT", NewOrder.takeProfit(SYMBOL, Side.SELL, number("0.01"), at("70000")));
        orders.put(
                "TAKE_PROFIT trailing from a price",
                NewOrder.takeProfit(SYMBOL, Side.BUY, number("0.01"), Trigger.trailingFrom(number("55000"), 200)));
        orders.put(
                "TAKE_PROFIT_LIMIT",
                NewOrder.takeProfitLimit(SYMBOL, Side.BUY, number("0.01"), number("51000"), at("50000")));
        orders.put(
                "TAKE_PROFIT_LIMIT pegged",
                NewOrder.takeProfitLimit(SYMBOL, Side.BUY, number("0.01"), Peg.primary(), at("50000")));
    }

    private void extras() {
        orders.put(
                "with a strategy and a name",
                limit("50000").strategy(7, 1_000_001).clientOrderId("mine"));
        orders.put("with a window in microseconds", limit("50000").recvWindow(Duration.ofNanos(5_000_125_000L)));
        for (OrderResponseType type : OrderResponseType.values()) {
            orders.put("answered by " + type, limit("60500").responseType(type));
        }
        for (SelfTradePreventionMode mode : SelfTradePreventionMode.values()) {
            if (mode != SelfTradePreventionMode.UNKNOWN
                    && mode != SelfTradePreventionMode.NONE
                    && mode != SelfTradePreventionMode.TRANSFER) {
                orders.put("self-trade prevention " + mode, limit("50000").selfTradePrevention(mode));
            }
        }
    }

    private static NewOrder limit(String price) {
        return NewOrder.limit(SYMBOL, Side.BUY, number("0.01"), number(price));
    }

    private static Trigger at(String price) {
        return Trigger.at(number(price));
    }
}
