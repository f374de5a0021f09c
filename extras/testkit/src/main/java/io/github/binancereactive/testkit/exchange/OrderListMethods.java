/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import static io.github.binancereactive.testkit.exchange.OrderMethods.joined;
import static io.github.binancereactive.testkit.exchange.OrderMethods.trading;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.OrderResponseType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import io.github.binancereactive.testkit.matching.ListRequest;
import io.github.binancereactive.testkit.matching.OrderRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The methods that place and cancel order lists.
 *
 * @param venue what they work on
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints">Order lists</a>
 */
record OrderListMethods(Venue venue) {

    private static final String WORKING = "working";
    private static final String PENDING = "pending";
    private static final String PENDING_ABOVE = "pendingAbove";
    private static final String PENDING_BELOW = "pendingBelow";
    private static final String[] COMMON = {"symbol", "listClientOrderId", "newOrderRespType", "selfTradePreventionMode"
    };
    private static final String[] WORKING_PARAMETERS =
            joined(OrderParts.parametersWithoutStop(WORKING), "workingSide", "workingQuantity");
    private static final String[] PAIR =
            joined(OrderParts.parameters(PENDING_ABOVE), OrderParts.parameters(PENDING_BELOW));
    private static final Set<OrderType> OF_A_PAIR = Set.of(
            OrderType.LIMIT_MAKER,
            OrderType.STOP_LOSS,
            OrderType.STOP_LOSS_LIMIT,
            OrderType.TAKE_PROFIT,
            OrderType.TAKE_PROFIT_LIMIT);

    void addTo(MethodTable table) {
        addPairs(table);
        addTriggered(table);
        table.add(
                "DELETE /api/v3/orderList",
                "orderList.cancel",
                trading(this::canceled, "symbol", "orderListId", "listClientOrderId", "newClientOrderId"));
    }

    private void addPairs(MethodTable table) {
        table.add(
                "POST /api/v3/orderList/oco",
                "orderList.place.oco",
                placing(
                        this::oco,
                        joined(
                                joined(joined(COMMON, "side", "quantity"), OrderParts.parameters("above")),
                                OrderParts.parameters("below"))));
        table.add(
                "POST /api/v3/order/oco",
                "orderList.place",
                placing(this::deprecatedOco, joined(joined(COMMON, "side", "quantity"), DeprecatedOco.PARAMETERS)));
    }

    private void addTriggered(MethodTable table) {
        String[] one =
                joined(joined(joined(COMMON, WORKING_PARAMETERS), "pendingSide"), OrderParts.parameters(PENDING));
        String[] two = joined(joined(joined(COMMON, WORKING_PARAMETERS), "pendingSide"), PAIR);
        table.add(
                "POST /api/v3/orderList/oto",
                "orderList.place.oto",
                placing(arguments -> triggered(arguments, ListRequest.Kind.OTO), joined(one, "pendingQuantity")));
        table.add(
                "POST /api/v3/orderList/opo",
                "orderList.place.opo",
                placing(arguments -> triggered(arguments, ListRequest.Kind.OPO), one));
        table.add(
                "POST /api/v3/orderList/otoco",
                "orderList.place.otoco",
                placing(arguments -> triggered(arguments, ListRequest.Kind.OTOCO), joined(two, "pendingQuantity")));
        table.add(
                "POST /api/v3/orderList/opoco",
                "orderList.place.opoco",
                placing(arguments -> triggered(arguments, ListRequest.Kind.OPOCO), two));
    }

    /** Reads a list from the parameters of a request. */
    private interface Reader {
        ListRequest read(Arguments arguments);
    }

    private DefinedMethod placing(Reader reader, String... parameters) {
        return trading(request -> placed(request, reader), parameters).placing();
    }

    private JsonNode placed(Request request, Reader reader) {
        Arguments arguments = request.arguments();
        ListRequest list = reader.read(arguments);
        OrderResponseType response = OrderMethods.responseType(arguments, OrderResponseType.RESULT);
        return new ListJson(request.unit())
                .placed(venue.engine().placeList(venue.account(request), list, request.nowMicros()), response);
    }

    private ListRequest oco(Arguments arguments) {
        String symbol = venue.symbol(arguments).name();
        Side side = side(arguments, "side");
        return list(
                ListRequest.Kind.OCO,
                symbol,
                arguments,
                List.of(
                        leg(arguments, "above", "quantity", symbol, side),
                        leg(arguments, "below", "quantity", symbol, side)));
    }

    private ListRequest deprecatedOco(Arguments arguments) {
        String symbol = venue.symbol(arguments).name();
        DeprecatedOco oco = new DeprecatedOco(arguments, symbol, side(arguments, "side"));
        return ListRequest.deprecatedOco(arguments.id("listClientOrderId"), oco.limit(), oco.stop());
    }

    private ListRequest triggered(Arguments arguments, ListRequest.Kind kind) {
        String symbol = venue.symbol(arguments).name();
        boolean paid = kind == ListRequest.Kind.OPO || kind == ListRequest.Kind.OPOCO;
        boolean pair = kind == ListRequest.Kind.OTOCO || kind == ListRequest.Kind.OPOCO;
        OrderRequest working = working(arguments, symbol);
        Side side = side(arguments, "pendingSide");
        String quantity = paid ? null : "pendingQuantity";
        List<OrderRequest> orders = pair
                ? List.of(
                        working,
                        leg(arguments, PENDING_ABOVE, quantity, symbol, side),
                        leg(arguments, PENDING_BELOW, quantity, symbol, side))
                : List.of(working, new OrderParts(arguments, PENDING, quantity).read(symbol, side));
        return list(kind, symbol, arguments, orders);
    }

    private static ListRequest list(
            ListRequest.Kind kind, String symbol, Arguments arguments, List<OrderRequest> orders) {
        return new ListRequest(kind, symbol, arguments.id("listClientOrderId"), orders);
    }

    private static OrderRequest working(Arguments arguments, String symbol) {
        OrderParts parts = new OrderParts(arguments, WORKING, "workingQuantity");
        OrderType type = parts.type();
        if (type != OrderType.LIMIT && type != OrderType.LIMIT_MAKER) {
            throw ExchangeErrors.invalidOrderType();
        }
        return parts.read(symbol, side(arguments, "workingSide"));
    }

    /** One of the two orders of which one cancels the other. */
    private static OrderRequest leg(
            Arguments arguments, String part, @Nullable String quantity, String symbol, Side side) {
        OrderParts parts = new OrderParts(arguments, part, quantity);
        if (!OF_A_PAIR.contains(parts.type())) {
            throw ExchangeErrors.notInOco();
        }
        return parts.read(symbol, side);
    }

    private static Side side(Arguments arguments, String name) {
        return arguments.requiredConstant(name, Side.class, ExchangeErrors.invalidSide());
    }

    private JsonNode canceled(Request request) {
        Arguments arguments = request.arguments();
        return new ListJson(request.unit())
                .canceled(venue.engine()
                        .cancelList(
                                venue.account(request),
                                venue.symbol(arguments).name(),
                                OrderMethods.key(arguments, "orderListId", "listClientOrderId"),
                                arguments.id("newClientOrderId"),
                                request.nowMicros()));
    }

    /**
     * The old way to place a pair: a limit order and a stop order.
     *
     * @param arguments the parameters
     * @param symbol the symbol
     * @param side the side of both
     */
    private record DeprecatedOco(Arguments arguments, String symbol, Side side) {

        static final String[] PARAMETERS = {
            "limitClientOrderId",
            "price",
            "limitStrategyId",
            "limitStrategyType",
            "limitIcebergQty",
            "trailingDelta",
            "stopClientOrderId",
            "stopPrice",
            "stopStrategyId",
            "stopStrategyType",
            "stopLimitPrice",
            "stopIcebergQty",
            "stopLimitTimeInForce"
        };

        OrderRequest limit() {
            return order(OrderType.LIMIT_MAKER, "limit")
                    .price(arguments.requiredDecimal("price"))
                    .build();
        }

        OrderRequest stop() {
            boolean limited = arguments.has("stopLimitPrice");
            if (!arguments.has("stopPrice") && !arguments.has("trailingDelta")) {
                throw ExchangeErrors.oneOfMissing("stopPrice", "trailingDelta");
            }
            TimeInForce timeInForce =
                    arguments.constant("stopLimitTimeInForce", TimeInForce.class, ExchangeErrors.invalidTimeInForce());
            if (limited && timeInForce == null) {
                throw ExchangeErrors.missing("stopLimitTimeInForce");
            }
            if (!limited) {
                arguments.refuse("stopLimitTimeInForce", "stopIcebergQty");
            }
            return order(limited ? OrderType.STOP_LOSS_LIMIT : OrderType.STOP_LOSS, "stop")
                    .price(arguments.decimal("stopLimitPrice"))
                    .timeInForce(timeInForce)
                    .stopPrice(arguments.decimal("stopPrice"))
                    .trailingDelta(arguments.smallInteger("trailingDelta"))
                    .build();
        }

        private OrderRequest.Builder order(OrderType type, String part) {
            return OrderRequest.of(symbol, side, type)
                    .quantity(arguments.requiredDecimal("quantity"))
                    .newClientOrderId(arguments.id(part + "ClientOrderId"))
                    .strategy(
                            arguments.integer(part + "StrategyId"),
                            OrderParts.strategyType(arguments, part + "StrategyType"))
                    .selfTradePreventionMode(OrderParts.selfTradePreventionMode(arguments))
                    .icebergQty(arguments.decimal(part + "IcebergQty"));
        }
    }
}
