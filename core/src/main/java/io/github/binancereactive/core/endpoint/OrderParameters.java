/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static io.github.binancereactive.core.endpoint.OrderTypeRules.name;
import static io.github.binancereactive.core.endpoint.Parameter.decimal;
import static io.github.binancereactive.core.endpoint.Parameter.number;
import static io.github.binancereactive.core.endpoint.Parameter.oneOf;
import static io.github.binancereactive.core.endpoint.Parameter.string;

import java.util.ArrayList;
import java.util.List;

/** The parameters of orders, which recur: in single orders without a prefix, in lists behind the prefix of each order. */
final class OrderParameters {

    static final String[] ALL_TYPES = {
        "LIMIT", "MARKET", "STOP_LOSS", "STOP_LOSS_LIMIT", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT", "LIMIT_MAKER"
    };

    static final String[] OCO_TYPES = {"STOP_LOSS_LIMIT", "STOP_LOSS", "LIMIT_MAKER", "TAKE_PROFIT", "TAKE_PROFIT_LIMIT"
    };

    /** What the exchange gives as the legal range when it refuses one. */
    private static final String CLIENT_ORDER_ID = "[a-zA-Z0-9_-]{1,36}";

    private static final long LEAST_STRATEGY_TYPE = 1_000_000;
    private static final long DEEPEST_PEG = 100;

    private OrderParameters() {}

    /** Several groups in a row. */
    @SafeVarargs
    static List<Parameter> all(List<Parameter>... groups) {
        List<Parameter> all = new ArrayList<>();
        for (List<Parameter> group : groups) {
            all.addAll(group);
        }
        return all;
    }

    static Parameter symbol() {
        return string("symbol").required();
    }

    static Parameter side(String name) {
        return oneOf(name, "BUY", "SELL").required();
    }

    /** More than zero: price times quantity must be. */
    static Parameter amount(String name) {
        return decimal(name).positive();
    }

    static Parameter timeInForce(String name) {
        return oneOf(name, "GTC", "IOC", "FOK");
    }

    static Parameter clientOrderId(String name) {
        return string(name).matching(CLIENT_ORDER_ID);
    }

    static Parameter strategyType(String name) {
        return number(name).between(LEAST_STRATEGY_TYPE, Integer.MAX_VALUE);
    }

    /** Zero is no iceberg, and allowed. */
    static Parameter icebergQty(String name) {
        return decimal(name).between(0, Long.MAX_VALUE);
    }

    static Parameter recvWindow() {
        return SharedParameters.RECV_WINDOW;
    }

    static List<Parameter> trigger(String prefix) {
        return List.of(
                amount(name(prefix, "stopPrice")),
                number(name(prefix, "trailingDelta")).positive());
    }

    static List<Parameter> strategy(String prefix) {
        return List.of(number(name(prefix, "strategyId")), strategyType(name(prefix, "strategyType")));
    }

    static List<Parameter> peg(String prefix) {
        return List.of(
                oneOf(name(prefix, "pegPriceType"), "PRIMARY_PEG", "MARKET_PEG"),
                number(name(prefix, "pegOffsetValue")).between(0, DEEPEST_PEG),
                oneOf(name(prefix, "pegOffsetType"), "PRICE_LEVEL"));
    }

    /** How the answer is to be, and what to prevent. */
    static List<Parameter> handling() {
        return List.of(
                oneOf("newOrderRespType", "ACK", "RESULT", "FULL"),
                oneOf(
                        "selfTradePreventionMode",
                        "NONE",
                        "EXPIRE_MAKER",
                        "EXPIRE_TAKER",
                        "EXPIRE_BOTH",
                        "DECREMENT",
                        "TRANSFER"));
    }

    /** What a single order is. */
    static List<Parameter> single() {
        return all(
                List.of(
                        timeInForce("timeInForce"),
                        amount("quantity"),
                        amount("quoteOrderQty"),
                        amount("price"),
                        clientOrderId("newClientOrderId")),
                strategy(""),
                trigger(""),
                List.of(icebergQty("icebergQty")),
                handling(),
                peg(""));
    }

    /** What an order is that smart order routing takes. */
    static List<Parameter> routed() {
        return all(
                List.of(
                        symbol(),
                        side("side"),
                        oneOf("type", "LIMIT", "MARKET").required(),
                        timeInForce("timeInForce"),
                        amount("quantity").required(),
                        amount("price"),
                        clientOrderId("newClientOrderId")),
                strategy(""),
                List.of(icebergQty("icebergQty")),
                handling(),
                List.of(recvWindow()));
    }

    /** What the working order of a list is. */
    static List<Parameter> working(String... sides) {
        return all(
                List.of(
                        oneOf("workingType", "LIMIT", "LIMIT_MAKER").required(),
                        oneOf("workingSide", sides).required(),
                        clientOrderId("workingClientOrderId"),
                        amount("workingPrice").required(),
                        amount("workingQuantity").required(),
                        icebergQty("workingIcebergQty"),
                        timeInForce("workingTimeInForce")),
                strategy("working"),
                peg("working"));
    }

    /** What any other order of a list is, but for its side and quantity. */
    static List<Parameter> leg(String prefix, String... types) {
        return all(
                List.of(
                        oneOf(name(prefix, "type"), types).required(),
                        clientOrderId(name(prefix, "clientOrderId")),
                        amount(name(prefix, "price"))),
                trigger(prefix),
                List.of(icebergQty(name(prefix, "icebergQty")), timeInForce(name(prefix, "timeInForce"))),
                strategy(prefix),
                peg(prefix));
    }

    /** A single order, and what else a request says. */
    static List<Parameter> newOrder(Parameter... more) {
        return all(List.of(symbol(), side("side"), oneOf("type", ALL_TYPES).required()), single(), List.of(more));
    }

    static Parameter cancelRestrictions() {
        return oneOf("cancelRestrictions", "ONLY_NEW", "ONLY_PARTIALLY_FILLED");
    }

    /** What is said once for all orders of a list. */
    static List<Parameter> list() {
        return all(List.of(symbol(), clientOrderId("listClientOrderId")), handling(), List.of(recvWindow()));
    }

    /** The deprecated pair of a LIMIT_MAKER and a stop. */
    static List<Parameter> legacyOco() {
        return all(
                List.of(
                        symbol(),
                        clientOrderId("listClientOrderId"),
                        side("side"),
                        amount("quantity").required(),
                        clientOrderId("limitClientOrderId"),
                        amount("price").required(),
                        number("limitStrategyId"),
                        strategyType("limitStrategyType"),
                        icebergQty("limitIcebergQty")),
                List.of(
                        number("trailingDelta").positive(),
                        clientOrderId("stopClientOrderId"),
                        amount("stopPrice"),
                        number("stopStrategyId"),
                        strategyType("stopStrategyType"),
                        amount("stopLimitPrice"),
                        icebergQty("stopIcebergQty"),
                        timeInForce("stopLimitTimeInForce")),
                handling(),
                List.of(recvWindow()));
    }
}
