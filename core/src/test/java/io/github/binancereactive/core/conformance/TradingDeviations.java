/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.conformance;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Of the endpoints of trading. */
final class TradingDeviations {

    private static final String BY_TYPE = "mandatory for some types of order: the rules of the endpoint say for which";
    private static final String EITHER =
            "one of two, as the rules of the endpoint say: the cell of the table is shared by both";
    private static final String EITHER_STAR = "a star, for one of two, or for a note: the rules of the endpoint say it";
    private static final String ALSO_OF_THE_ORDER =
            "\"in addition to all parameters accepted by\" the endpoint that places the order";
    private static final String A_QUANTITY = "a quantity of an asset, and DECIMAL wherever else it stands";
    private static final String BASIS_POINTS = "whole basis points, and LONG or INT wherever else it stands";
    private static final String A_PAIR = "\"OTOCO has 2 pending orders\", and there is no pair without a second one";
    private static final String LOST =
            "the documentation says so in the same line as the heading; the inventory lost it";
    private static final String NOT_SAID = "the documentation names none; that of the other wire does";

    private static final String ORDER_TEST =
            "[computeCommissionRates, icebergQty, newClientOrderId, newOrderRespType, pegOffsetType, pegOffsetValue, pegPriceType, price, "
                    + "quantity, quoteOrderQty, recvWindow, selfTradePreventionMode, side, stopPrice, strategyId, "
                    + "strategyType, symbol, timeInForce, trailingDelta, type]";
    private static final String SOR_TEST =
            "[computeCommissionRates, icebergQty, newClientOrderId, newOrderRespType, price, quantity, recvWindow, selfTradePreventionMode, "
                    + "side, strategyId, strategyType, symbol, timeInForce, type]";
    private static final String CANCEL_REPLACE_SOURCE =
            "MATCHING_ENGINE;_REQUEST;_RESPONSE;_CANCELREPLACEMODE;_ORDERRATELIMITEXCEEDEDMODE;"
                    + "_UNFILLED_ORDER_COUNT;_CANCELRESULT;_NEWORDERRESULT;_STATUS;_STOP_ON_FAILURE;"
                    + "_DO_NOTHING;_WITHIN_LIMITS;_✅_SUCCESS;_✅_SUCCESS;_200;_❌_FAILURE;_➖_NOT_ATTEMPTED;"
                    + "_400;_✅_SUCCESS;_❌_FAILURE;_409;_EXCEEDS_LIMITS;_✅_SUCCESS;_✅_SUCCESS;_N/A;"
                    + "_❌_FAILURE;_➖_NOT_ATTEMPTED;_N/A;_✅_SUCCESS;_❌_FAILURE;_N/A;_CANCEL_ONLY;"
                    + "_WITHIN_LIMITS;_✅_SUCCESS;_✅_SUCCESS;_200;_❌_FAILURE;_➖_NOT_ATTEMPTED;_400;"
                    + "_✅_SUCCESS;_❌_FAILURE;_409;_EXCEEDS_LIMITS;_❌_FAILURE;_➖_NOT_ATTEMPTED;_429;"
                    + "_✅_SUCCESS;_❌_FAILURE;_429;_ALLOW_FAILURE;_DO_NOTHING;_WITHIN_LIMITS;_✅_SUCCESS;"
                    + "_✅_SUCCESS;_200;_❌_FAILURE;_❌_FAILURE;_400;_❌_FAILURE;_✅_SUCCESS;_409;_✅_SUCCESS;"
                    + "_❌_FAILURE;_409;_EXCEEDS_LIMITS;_✅_SUCCESS;_✅_SUCCESS;_N/A;_❌_FAILURE;_❌_FAILURE;"
                    + "_N/A;_❌_FAILURE;_✅_SUCCESS;_N/A;_✅_SUCCESS;_❌_FAILURE;_N/A;_CANCEL_ONLY;"
                    + "_WITHIN_LIMITS;_✅_SUCCESS;_✅_SUCCESS;_200;_❌_FAILURE;_❌_FAILURE;_400;_❌_FAILURE;"
                    + "_✅_SUCCESS;_409;_✅_SUCCESS;_❌_FAILURE;_409;_EXCEEDS_LIMITS;_✅_SUCCESS;_✅_SUCCESS;"
                    + "_N/A;_❌_FAILURE;_❌_FAILURE;_400;_❌_FAILURE;_✅_SUCCESS;_N/A;_✅_SUCCESS;_❌_FAILURE;_409";

    static final Map<String, Deviation> ALL = all();

    private TradingDeviations() {}

    private static Map<String, Deviation> all() {
        Map<String, Deviation> all = new TreeMap<>(Map.ofEntries(
                Map.entry(
                        "POST /api/v3/order/test parameters",
                        new Deviation("[computeCommissionRates]", ORDER_TEST, ALSO_OF_THE_ORDER)),
                Map.entry(
                        "order.test parameters",
                        new Deviation("[computeCommissionRates]", ORDER_TEST, ALSO_OF_THE_ORDER)),
                Map.entry(
                        "POST /api/v3/sor/order/test parameters",
                        new Deviation("[computeCommissionRates]", SOR_TEST, ALSO_OF_THE_ORDER)),
                Map.entry(
                        "sor.order.test parameters",
                        new Deviation("[computeCommissionRates]", SOR_TEST, ALSO_OF_THE_ORDER)),
                Map.entry(
                        "POST /api/v3/order/cancelReplace dataSource",
                        new Deviation(
                                CANCEL_REPLACE_SOURCE,
                                "MATCHING_ENGINE",
                                "the table of outcomes below has slipped into the inventory")),
                Map.entry(
                        "POST /api/v3/order/oco stopPrice mandatory",
                        new Deviation(
                                "true",
                                "false",
                                "the other wire's page: \"either stopPrice or trailingDelta, or both must be specified\"")),
                Map.entry(
                        "orderList.place orders",
                        new Deviation(
                                "1", "2", "two orders are placed, and the page of the same endpoint on REST says 2"))));
        unfilledCountsAndSources(all);
        mandatory(all);
        types(all);
        return Map.copyOf(all);
    }

    private static void unfilledCountsAndSources(Map<String, Deviation> all) {
        Stream.of("POST /api/v3/orderList/opo", "orderList.place.opo").forEach(list -> {
            all.put(list + " orders", new Deviation("0", "2", LOST));
            all.put(list + " dataSource", new Deviation("NONE", "MATCHING_ENGINE", LOST));
        });
        Stream.of("POST /api/v3/orderList/opoco", "orderList.place.opoco")
                .forEach(list -> all.put(list + " orders", new Deviation("0", "3", LOST)));
        all.put("POST /api/v3/orderList/opoco dataSource", new Deviation("NONE", "MATCHING_ENGINE", NOT_SAID));
        all.put("PUT /api/v3/order/amend/keepPriority dataSource", new Deviation("NONE", "MATCHING_ENGINE", LOST));
    }

    private static void mandatory(Map<String, Deviation> all) {
        Stream.of("order.place ", "order.cancelReplace ")
                .forEach(order -> Stream.of(
                                "timeInForce", "quantity", "quoteOrderQty", "price", "stopPrice", "trailingDelta")
                        .forEach(name -> all.put(order + name + " mandatory", new Deviation("?", "false", BY_TYPE))));
        Stream.of("trailingDelta", "stopPrice", "stopLimitPrice", "stopIcebergQty", "stopLimitTimeInForce")
                .forEach(name ->
                        all.put("orderList.place " + name + " mandatory", new Deviation("?", "false", EITHER_STAR)));
        Stream.of("PUT /api/v3/order/amend/keepPriority ", "order.amend.keepPriority ")
                .forEach(amend -> Stream.of("orderId", "origClientOrderId", "newClientOrderId")
                        .forEach(name ->
                                all.put(amend + name + " mandatory", new Deviation("?", "false", EITHER_STAR))));
        Stream.of("order.cancel orderId", "order.cancelReplace cancelOrderId", "orderList.cancel orderListId")
                .forEach(name -> all.put(name + " mandatory", new Deviation("true", "false", EITHER)));
        Stream.of(
                        "order.cancel origClientOrderId",
                        "order.cancelReplace cancelOrigClientOrderId",
                        "orderList.cancel listClientOrderId")
                .forEach(name -> all.put(name + " mandatory", new Deviation("?", "false", EITHER)));
        Stream.of(
                        "POST /api/v3/orderList/otoco",
                        "orderList.place.otoco",
                        "POST /api/v3/orderList/opoco",
                        "orderList.place.opoco")
                .forEach(list -> all.put(list + " pendingBelowType mandatory", new Deviation("false", "true", A_PAIR)));
    }

    private static void types(Map<String, Deviation> all) {
        Stream.of("POST /api/v3/orderList/oco ", "orderList.place.oco ")
                .forEach(oco -> Stream.of("aboveIcebergQty", "belowIcebergQty")
                        .forEach(name -> all.put(oco + name + " type", new Deviation("LONG", "DECIMAL", A_QUANTITY))));
        Stream.of(
                        "order.cancelReplace trailingDelta",
                        "POST /api/v3/orderList/oto pendingTrailingDelta",
                        "orderList.place.oto pendingTrailingDelta",
                        "POST /api/v3/orderList/opo pendingTrailingDelta",
                        "orderList.place.opo pendingTrailingDelta")
                .forEach(name -> all.put(name + " type", new Deviation("DECIMAL", "LONG", BASIS_POINTS)));
        Stream.of(
                        "POST /api/v3/orderList/otoco ",
                        "orderList.place.otoco ",
                        "POST /api/v3/orderList/opoco ",
                        "orderList.place.opoco ")
                .forEach(list -> Stream.of("pendingAboveTrailingDelta", "pendingBelowTrailingDelta")
                        .forEach(name ->
                                all.put(list + name + " type", new Deviation("DECIMAL", "LONG", BASIS_POINTS))));
    }
}
