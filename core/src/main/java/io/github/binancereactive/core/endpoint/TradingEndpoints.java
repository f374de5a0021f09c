/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static io.github.binancereactive.core.endpoint.OrderParameters.ALL_TYPES;
import static io.github.binancereactive.core.endpoint.OrderParameters.OCO_TYPES;
import static io.github.binancereactive.core.endpoint.OrderParameters.all;
import static io.github.binancereactive.core.endpoint.OrderParameters.amount;
import static io.github.binancereactive.core.endpoint.OrderParameters.cancelRestrictions;
import static io.github.binancereactive.core.endpoint.OrderParameters.clientOrderId;
import static io.github.binancereactive.core.endpoint.OrderParameters.handling;
import static io.github.binancereactive.core.endpoint.OrderParameters.leg;
import static io.github.binancereactive.core.endpoint.OrderParameters.legacyOco;
import static io.github.binancereactive.core.endpoint.OrderParameters.list;
import static io.github.binancereactive.core.endpoint.OrderParameters.newOrder;
import static io.github.binancereactive.core.endpoint.OrderParameters.recvWindow;
import static io.github.binancereactive.core.endpoint.OrderParameters.routed;
import static io.github.binancereactive.core.endpoint.OrderParameters.side;
import static io.github.binancereactive.core.endpoint.OrderParameters.symbol;
import static io.github.binancereactive.core.endpoint.OrderParameters.working;
import static io.github.binancereactive.core.endpoint.Parameter.bool;
import static io.github.binancereactive.core.endpoint.Parameter.number;
import static io.github.binancereactive.core.endpoint.Parameter.oneOf;
import static io.github.binancereactive.core.endpoint.Parameter.string;
import static io.github.binancereactive.core.endpoint.ParameterRule.atLeastOneOf;
import static io.github.binancereactive.core.endpoint.ParameterRule.atMostOneOf;
import static io.github.binancereactive.core.endpoint.ParameterRule.different;
import static io.github.binancereactive.core.endpoint.ParameterRule.needs;

import io.github.binancereactive.core.model.trade.AmendAnswer;
import io.github.binancereactive.core.model.trade.CancelAnswer;
import io.github.binancereactive.core.model.trade.CancelReplaceAnswer;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.OrderListAnswer;
import io.github.binancereactive.core.model.trade.OrderTest;
import java.util.List;

/**
 * The endpoints that place, amend and cancel orders and order lists.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints">Trading endpoints</a>
 */
public final class TradingEndpoints {

    private static final OrderTypeRules ORDER = OrderTypeRules.single();
    private static final OrderTypeRules ABOVE = OrderTypeRules.leg("above", "quantity");
    private static final OrderTypeRules BELOW = OrderTypeRules.leg("below", "quantity");
    private static final OrderTypeRules WORKING = OrderTypeRules.leg("working", "workingQuantity");
    private static final OrderTypeRules PENDING = OrderTypeRules.leg("pending", "pendingQuantity");
    private static final OrderTypeRules PENDING_ABOVE = OrderTypeRules.leg("pendingAbove", "pendingQuantity");
    private static final OrderTypeRules PENDING_BELOW = OrderTypeRules.leg("pendingBelow", "pendingQuantity");
    private static final OcoRules OCO = new OcoRules("side", "above", "below");
    private static final OcoRules PENDING_OCO = new OcoRules("pendingSide", "pendingAbove", "pendingBelow");

    /** To compute the commission is dear. */
    private static final WeightRule TEST_WEIGHT =
            call -> Boolean.TRUE.equals(call.parameters().get("computeCommissionRates")) ? 20 : 1;

    /** Places an order. */
    public static final Endpoint<OrderAnswer> NEW_ORDER = trade(HttpVerb.POST, "/api/v3/order", "order.place")
            .orderCost(1)
            .takes(newOrder(recvWindow()))
            .where(atMostOneOf("quantity", "quoteOrderQty"), ORDER::refuse)
            .whenComplete(ORDER::demand, ORDER::demandQuantity)
            .identifiedBy("newClientOrderId")
            .returns(OrderAnswer.class);

    /** Checks an order as if it were placed, and can say what it would cost. Changes nothing, so it is safe to repeat. */
    public static final Endpoint<OrderTest> TEST_ORDER = trade(HttpVerb.POST, "/api/v3/order/test", "order.test")
            .weight(TEST_WEIGHT)
            .source(DataSource.MEMORY)
            .repeatableWhenLost()
            .takes(newOrder(bool("computeCommissionRates"), recvWindow()))
            .where(atMostOneOf("quantity", "quoteOrderQty"), ORDER::refuse)
            .whenComplete(ORDER::demand, ORDER::demandQuantity)
            .returns(OrderTest.class);

    /** Cancels an order, and the order list it belongs to. */
    public static final Endpoint<CancelAnswer> CANCEL_ORDER = trade(HttpVerb.DELETE, "/api/v3/order", "order.cancel")
            .takes(
                    symbol(),
                    number("orderId"),
                    string("origClientOrderId"),
                    clientOrderId("newClientOrderId"),
                    cancelRestrictions(),
                    recvWindow())
            .whenComplete(atLeastOneOf("orderId", "origClientOrderId"))
            .identifiedBy("newClientOrderId")
            .returns(CancelAnswer.class);

    /** Cancels all open orders and order lists on a symbol. */
    public static final Endpoint<List<CancelAnswer>> CANCEL_OPEN_ORDERS = trade(
                    HttpVerb.DELETE, "/api/v3/openOrders", "openOrders.cancelAll")
            .takes(symbol(), recvWindow())
            .returns(ResultType.listOf(CancelAnswer.class));

    /** Cancels an order and places another on the same symbol. Its answer may say that only one half was carried out. */
    public static final Endpoint<CancelReplaceAnswer> CANCEL_REPLACE = trade(
                    HttpVerb.POST, "/api/v3/order/cancelReplace", "order.cancelReplace")
            .orderCost(1)
            .takes(newOrder(
                    oneOf("cancelReplaceMode", "STOP_ON_FAILURE", "ALLOW_FAILURE")
                            .required(),
                    clientOrderId("cancelNewClientOrderId"),
                    string("cancelOrigClientOrderId"),
                    number("cancelOrderId"),
                    cancelRestrictions(),
                    oneOf("orderRateLimitExceededMode", "DO_NOTHING", "CANCEL_ONLY"),
                    recvWindow()))
            .where(atMostOneOf("quantity", "quoteOrderQty"), ORDER::refuse)
            .whenComplete(
                    atLeastOneOf("cancelOrderId", "cancelOrigClientOrderId"), ORDER::demand, ORDER::demandQuantity)
            .identifiedBy("newClientOrderId", "cancelNewClientOrderId")
            .errorDetail(CancelReplaceAnswer.class)
            .returns(CancelReplaceAnswer.class);

    /** Reduces the quantity of an order, which keeps its place in the queue. */
    public static final Endpoint<AmendAnswer> AMEND_ORDER = trade(
                    HttpVerb.PUT, "/api/v3/order/amend/keepPriority", "order.amend.keepPriority")
            .weight(4)
            .takes(
                    symbol(),
                    number("orderId"),
                    string("origClientOrderId"),
                    clientOrderId("newClientOrderId"),
                    amount("newQty").required(),
                    recvWindow())
            .whenComplete(atLeastOneOf("orderId", "origClientOrderId"))
            .identifiedBy("newClientOrderId")
            .returns(AmendAnswer.class);

    /**
     * Places two orders of which one cancels the other.
     *
     * @deprecated by the exchange; {@link #NEW_OCO} does the same
     */
    @Deprecated
    public static final Endpoint<OrderListAnswer> NEW_LEGACY_OCO = trade(
                    HttpVerb.POST, "/api/v3/order/oco", "orderList.place")
            .orderCost(2)
            .takes(legacyOco())
            .where(LegacyOcoRules::refuse, different("limitClientOrderId", "stopClientOrderId"))
            .whenComplete(
                    atLeastOneOf("stopPrice", "trailingDelta"),
                    needs("stopLimitPrice", "stopLimitTimeInForce"),
                    needs("stopIcebergQty", "stopLimitPrice", "stopLimitTimeInForce"))
            .identifiedBy("listClientOrderId", "limitClientOrderId", "stopClientOrderId")
            .returns(OrderListAnswer.class);

    /** Places two orders of which one cancels the other. */
    public static final Endpoint<OrderListAnswer> NEW_OCO = trade(
                    HttpVerb.POST, "/api/v3/orderList/oco", "orderList.place.oco")
            .orderCost(2)
            .takes(all(
                    List.of(
                            symbol(),
                            clientOrderId("listClientOrderId"),
                            side("side"),
                            amount("quantity").required()),
                    leg("above", OCO_TYPES),
                    leg("below", OCO_TYPES),
                    handling(),
                    List.of(recvWindow())))
            .where(OCO::refuse, ABOVE::refuse, BELOW::refuse, different("aboveClientOrderId", "belowClientOrderId"))
            .whenComplete(ABOVE::demand, BELOW::demand, OCO::demand)
            .identifiedBy("listClientOrderId", "aboveClientOrderId", "belowClientOrderId")
            .returns(OrderListAnswer.class);

    /** Places an order, and a second one as soon as the first is filled. */
    public static final Endpoint<OrderListAnswer> NEW_OTO = withOnePending(
                    trade(HttpVerb.POST, "/api/v3/orderList/oto", "orderList.place.oto"),
                    working("BUY", "SELL"),
                    List.of(side("pendingSide"), amount("pendingQuantity").required()))
            .returns(OrderListAnswer.class);

    /** Places an order, and two of which one cancels the other as soon as the first is filled. */
    public static final Endpoint<OrderListAnswer> NEW_OTOCO = withPairPending(
                    trade(HttpVerb.POST, "/api/v3/orderList/otoco", "orderList.place.otoco"),
                    working("BUY", "SELL"),
                    List.of(side("pendingSide"), amount("pendingQuantity").required()))
            .returns(OrderListAnswer.class);

    /** Places an order that buys, and a second one that sells what was bought as soon as the first is filled. */
    public static final Endpoint<OrderListAnswer> NEW_OPO = withOnePending(
                    trade(HttpVerb.POST, "/api/v3/orderList/opo", "orderList.place.opo"),
                    working("BUY"),
                    List.of(oneOf("pendingSide", "SELL").required()))
            .returns(OrderListAnswer.class);

    /** Places an order that buys, and two that sell what was bought, of which one cancels the other. */
    public static final Endpoint<OrderListAnswer> NEW_OPOCO = withPairPending(
                    trade(HttpVerb.POST, "/api/v3/orderList/opoco", "orderList.place.opoco"),
                    working("BUY"),
                    List.of(oneOf("pendingSide", "SELL").required()))
            .returns(OrderListAnswer.class);

    /** Cancels an order list. */
    public static final Endpoint<CancelAnswer> CANCEL_ORDER_LIST = trade(
                    HttpVerb.DELETE, "/api/v3/orderList", "orderList.cancel")
            .takes(
                    symbol(),
                    number("orderListId"),
                    string("listClientOrderId"),
                    clientOrderId("newClientOrderId"),
                    recvWindow())
            .whenComplete(atLeastOneOf("orderListId", "listClientOrderId"))
            .identifiedBy("newClientOrderId")
            .returns(CancelAnswer.class);

    /** Places an order that smart order routing may fill from several books. */
    public static final Endpoint<OrderAnswer> NEW_SOR_ORDER = trade(
                    HttpVerb.POST, "/api/v3/sor/order", "sor.order.place")
            .orderCost(1)
            .takes(routed())
            .where(ORDER::refuse)
            .whenComplete(ORDER::demand)
            .identifiedBy("newClientOrderId")
            .returns(ResultType.oneOrInListOf(OrderAnswer.class));

    /** Checks such an order as if it were placed, and can say what it would cost. Changes nothing, so it is safe to repeat. */
    public static final Endpoint<OrderTest> TEST_SOR_ORDER = trade(
                    HttpVerb.POST, "/api/v3/sor/order/test", "sor.order.test")
            .weight(TEST_WEIGHT)
            .source(DataSource.MEMORY)
            .repeatableWhenLost()
            .takes(all(routed(), List.of(bool("computeCommissionRates"))))
            .where(ORDER::refuse)
            .whenComplete(ORDER::demand)
            .returns(OrderTest.class);

    @SuppressWarnings("deprecation") // it works, so it is offered
    static final List<Endpoint<?>> ALL = List.of(
            NEW_ORDER,
            TEST_ORDER,
            CANCEL_ORDER,
            CANCEL_OPEN_ORDERS,
            CANCEL_REPLACE,
            AMEND_ORDER,
            NEW_LEGACY_OCO,
            NEW_OCO,
            NEW_OTO,
            NEW_OTOCO,
            NEW_OPO,
            NEW_OPOCO,
            CANCEL_ORDER_LIST,
            NEW_SOR_ORDER,
            TEST_SOR_ORDER);

    static final List<ResultType<?>> OTHER_ANSWERS = List.of();

    private TradingEndpoints() {}

    private static EndpointBuilder trade(HttpVerb verb, String path, String method) {
        return Endpoint.rest(verb, path)
                .ws(method)
                .security(SecurityType.TRADE)
                .weight(1)
                .source(DataSource.MATCHING_ENGINE);
    }

    /** A working order, and one that is placed when it is filled. */
    private static EndpointBuilder withOnePending(
            EndpointBuilder endpoint, List<Parameter> working, List<Parameter> pending) {
        return endpoint.orderCost(2)
                .takes(all(working, pending, leg("pending", ALL_TYPES), list()))
                .where(WORKING::refuse, PENDING::refuse, different("workingClientOrderId", "pendingClientOrderId"))
                .whenComplete(WORKING::demand, PENDING::demand)
                .identifiedBy("listClientOrderId", "workingClientOrderId", "pendingClientOrderId");
    }

    /** A working order, and two that are placed when it is filled, of which one cancels the other. */
    private static EndpointBuilder withPairPending(
            EndpointBuilder endpoint, List<Parameter> working, List<Parameter> pending) {
        return endpoint.orderCost(3)
                .takes(all(working, pending, leg("pendingAbove", OCO_TYPES), leg("pendingBelow", OCO_TYPES), list()))
                .where(
                        WORKING::refuse,
                        PENDING_OCO::refuse,
                        PENDING_ABOVE::refuse,
                        PENDING_BELOW::refuse,
                        different("workingClientOrderId", "pendingAboveClientOrderId", "pendingBelowClientOrderId"))
                .whenComplete(WORKING::demand, PENDING_ABOVE::demand, PENDING_BELOW::demand, PENDING_OCO::demand)
                .identifiedBy(
                        "listClientOrderId",
                        "workingClientOrderId",
                        "pendingAboveClientOrderId",
                        "pendingBelowClientOrderId");
    }
}
