/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.CancelReplaceMode;
import io.github.binancereactive.core.model.trade.CancelRestrictions;
import io.github.binancereactive.core.model.trade.OrderRateLimitExceededMode;
import io.github.binancereactive.core.model.trade.OrderResponseType;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.testkit.matching.AmendRequest;
import io.github.binancereactive.testkit.matching.CancelRequest;
import io.github.binancereactive.testkit.matching.CommissionRates;
import io.github.binancereactive.testkit.matching.Commissions;
import io.github.binancereactive.testkit.matching.OrderKey;
import io.github.binancereactive.testkit.matching.OrderRequest;
import io.github.binancereactive.testkit.matching.ReplaceRequest;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The methods that place, amend and cancel single orders.
 *
 * @param venue what they work on
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints">Trading
 *     endpoints</a>
 */
record OrderMethods(Venue venue) {

    static final String[] PLACEMENT = {
        "symbol",
        "side",
        "type",
        "timeInForce",
        "quantity",
        "quoteOrderQty",
        "price",
        "newClientOrderId",
        "strategyId",
        "strategyType",
        "stopPrice",
        "trailingDelta",
        "icebergQty",
        "newOrderRespType",
        "selfTradePreventionMode",
        "pegPriceType",
        "pegOffsetValue",
        "pegOffsetType"
    };

    private static final String[] REPLACEMENT = {
        "cancelReplaceMode",
        "cancelNewClientOrderId",
        "cancelOrigClientOrderId",
        "cancelOrderId",
        "cancelRestrictions",
        "orderRateLimitExceededMode"
    };

    private static final int WEIGHT_OF_RATES = 20;

    void addTo(MethodTable table) {
        table.add(
                "POST /api/v3/order",
                "order.place",
                trading(this::placed, PLACEMENT).placing());
        table.add(
                "POST /api/v3/order/test",
                "order.test",
                DefinedMethod.of(this::tested, joined(PLACEMENT, "computeCommissionRates"))
                        .secured(Security.TRADE)
                        .weighing(OrderMethods::weightOfTest));
        table.add(
                "DELETE /api/v3/order",
                "order.cancel",
                trading(
                        this::canceled,
                        "symbol",
                        "orderId",
                        "origClientOrderId",
                        "newClientOrderId",
                        "cancelRestrictions"));
        table.add("DELETE /api/v3/openOrders", "openOrders.cancelAll", trading(this::allCanceled, "symbol"));
        table.add(
                "POST /api/v3/order/cancelReplace",
                "order.cancelReplace",
                trading(this::replaced, joined(PLACEMENT, REPLACEMENT)).placing());
        table.add(
                "PUT /api/v3/order/amend/keepPriority",
                "order.amend.keepPriority",
                trading(this::amended, "symbol", "orderId", "origClientOrderId", "newClientOrderId", "newQty")
                        .weighing(4)
                        .freeWhen(OrderMethods::expired));
    }

    static DefinedMethod trading(Function<Request, JsonNode> action, String... parameters) {
        return DefinedMethod.of(action, parameters).secured(Security.TRADE).freeWhen(result -> true);
    }

    static String[] joined(String[] first, String... second) {
        String[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    /** An amendment costs nothing only when the order ended by it. */
    private static boolean expired(JsonNode result) {
        String status = result.path("amendedOrder").path("status").asString("");
        return status.equals(OrderStatus.EXPIRED.name()) || status.equals(OrderStatus.CANCELED.name());
    }

    static int weightOfTest(Parameters sent) {
        return "true".equals(sent.text("computeCommissionRates")) ? WEIGHT_OF_RATES : 1;
    }

    private JsonNode placed(Request request) {
        Arguments arguments = request.arguments();
        OrderRequest order = order(arguments);
        OrderResponseType response = responseType(arguments, order.type());
        return new OrderJson(request.unit())
                .placed(venue.engine().place(venue.account(request), order, request.nowMicros()), response);
    }

    private OrderRequest order(Arguments arguments) {
        String symbol = venue.symbol(arguments).name();
        OrderParts parts = OrderParts.single(arguments);
        Side side = parts.side();
        return parts.read(symbol, side);
    }

    /** What the caller wants; by default FULL for orders that may trade at once, ACK for others. */
    static OrderResponseType responseType(Arguments arguments, OrderType type) {
        boolean full = type == OrderType.LIMIT || type == OrderType.MARKET;
        return responseType(arguments, full ? OrderResponseType.FULL : OrderResponseType.ACK);
    }

    static OrderResponseType responseType(Arguments arguments, OrderResponseType absent) {
        String name = "newOrderRespType";
        OrderResponseType wanted = arguments.constant(name, OrderResponseType.class, ExchangeErrors.invalidData(name));
        return wanted == null ? absent : wanted;
    }

    private JsonNode tested(Request request) {
        Arguments arguments = request.arguments();
        boolean rates = arguments.flag("computeCommissionRates");
        OrderRequest order = order(arguments);
        responseType(arguments, order.type());
        long account = venue.account(request);
        venue.engine().test(account, order, request.nowMicros());
        return rates
                ? rates(venue.engine().records().commissions(account, order.symbol()), order.side(), true)
                : Json.object();
    }

    /** The rates of an order, in which the rates of its side are contained. */
    static ObjectNode rates(Commissions commissions, Side side, boolean special) {
        ObjectNode json = Json.object();
        rates(json, "standardCommissionForOrder", commissions.standard().forOrder(side));
        if (special) {
            rates(json, "specialCommissionForOrder", commissions.special().forOrder(side));
        }
        rates(json, "taxCommissionForOrder", commissions.tax().forOrder(side));
        AccountMethods.discount(json, commissions.discount());
        return json;
    }

    private static void rates(ObjectNode json, String name, CommissionRates rates) {
        json.putObject(name)
                .put("maker", JsonNumbers.decimal(rates.maker()))
                .put("taker", JsonNumbers.decimal(rates.taker()));
    }

    private JsonNode canceled(Request request) {
        Arguments arguments = request.arguments();
        CancelRequest cancel = new CancelRequest(
                venue.symbol(arguments).name(),
                key(arguments, "orderId", "origClientOrderId"),
                arguments.id("newClientOrderId"),
                restrictions(arguments));
        return new ListJson(request.unit())
                .canceled(venue.engine().cancel(venue.account(request), cancel, request.nowMicros()));
    }

    static OrderKey key(Arguments arguments, String idName, String clientIdName) {
        Long id = arguments.integer(idName);
        String clientId = arguments.id(clientIdName);
        if (id == null && clientId == null) {
            throw ExchangeErrors.oneOfMissing(idName, clientIdName);
        }
        return new OrderKey(id, clientId);
    }

    private static @Nullable CancelRestrictions restrictions(Arguments arguments) {
        return arguments.constant(
                "cancelRestrictions", CancelRestrictions.class, ExchangeErrors.invalidCancelRestrictions());
    }

    private JsonNode allCanceled(Request request) {
        ListJson json = new ListJson(request.unit());
        ArrayNode all = Json.array();
        venue.engine()
                .cancelAll(venue.account(request), venue.symbolName(request), request.nowMicros())
                .forEach(canceled -> all.add(json.canceled(canceled)));
        return all;
    }

    private JsonNode replaced(Request request) {
        Arguments arguments = request.arguments();
        OrderRequest order = order(arguments);
        CancelReplaceMode mode = arguments.requiredConstant(
                "cancelReplaceMode", CancelReplaceMode.class, ExchangeErrors.invalidData("cancelReplaceMode"));
        String exceeded = "orderRateLimitExceededMode";
        OrderRateLimitExceededMode exceededMode =
                arguments.constant(exceeded, OrderRateLimitExceededMode.class, ExchangeErrors.invalidData(exceeded));
        CancelRequest cancel = new CancelRequest(
                order.symbol(),
                key(arguments, "cancelOrderId", "cancelOrigClientOrderId"),
                arguments.id("cancelNewClientOrderId"),
                restrictions(arguments));
        ReplaceRequest replace = new ReplaceRequest(
                cancel, order, mode, exceededMode == null ? OrderRateLimitExceededMode.DO_NOTHING : exceededMode);
        boolean tooMany = mode == CancelReplaceMode.STOP_ON_FAILURE && exceedsLimits(request);
        return new ReplaceJson(request.unit(), responseType(arguments, order.type()), tooMany)
                .answer(venue.engine().cancelReplace(venue.account(request), replace, request.nowMicros()));
    }

    private boolean exceedsLimits(Request request) {
        return venue.engine().records().unfilledOrders(venue.account(request), request.nowMicros()).stream()
                .anyMatch(usage -> usage.count() >= usage.limit().limit());
    }

    private JsonNode amended(Request request) {
        Arguments arguments = request.arguments();
        AmendRequest amend = new AmendRequest(
                venue.symbol(arguments).name(),
                key(arguments, "orderId", "origClientOrderId"),
                arguments.id("newClientOrderId"),
                arguments.requiredDecimal("newQty"));
        return new ListJson(request.unit())
                .amended(venue.engine().amend(venue.account(request), amend, request.nowMicros()));
    }
}
