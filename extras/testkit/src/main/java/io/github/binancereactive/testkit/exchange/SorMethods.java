/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.OrderResponseType;
import io.github.binancereactive.core.model.trade.OrderStatus;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.testkit.matching.Fill;
import io.github.binancereactive.testkit.matching.OrderRequest;
import io.github.binancereactive.testkit.matching.PlacedOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Orders by smart order routing. The simulator routes nowhere: such an order trades on the book of its own symbol, and its
 * fills are shown as allocations. Confined to the simulator's event loop.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/sor_faq">Smart order routing</a>
 */
final class SorMethods {

    static final String[] PLACEMENT = {
        "symbol",
        "side",
        "type",
        "timeInForce",
        "quantity",
        "price",
        "newClientOrderId",
        "strategyId",
        "strategyType",
        "icebergQty",
        "newOrderRespType",
        "selfTradePreventionMode"
    };
    private static final Set<Set<String>> ALLOCATIONS_BY = Set.of(
            Set.of(),
            Set.of("startTime"),
            Set.of("endTime"),
            Set.of("startTime", "endTime"),
            Set.of("fromAllocationId"),
            Set.of("orderId"),
            Set.of("orderId", "fromAllocationId"));

    private final Venue venue;
    private final RoutedOrders routed;
    private final List<Allocation> allocations = new ArrayList<>();

    SorMethods(Venue venue, RoutedOrders routed) {
        this.venue = venue;
        this.routed = routed;
    }

    /** A fill of an order by smart order routing. */
    private record Allocation(long id, long account, PlacedOrder placed, Fill fill) {}

    void addTo(MethodTable table) {
        DefinedMethod placing = OrderMethods.trading(this::placed, PLACEMENT).placing();
        table.add("POST /api/v3/sor/order", placing);
        // On this wire alone the result is a list of one.
        table.add("sor.order.place", placing.answering(request -> Json.array().add(placed(request))));
        table.add(
                "POST /api/v3/sor/order/test",
                "sor.order.test",
                DefinedMethod.of(this::tested, OrderMethods.joined(PLACEMENT, "computeCommissionRates"))
                        .secured(Security.TRADE)
                        .weighing(OrderMethods::weightOfTest));
        table.add(
                "GET /api/v3/myAllocations",
                "myAllocations",
                OrderQueryMethods.query(
                                this::allocations,
                                "symbol",
                                "startTime",
                                "endTime",
                                "fromAllocationId",
                                "limit",
                                "orderId")
                        .weighing(20));
    }

    private OrderRequest order(Arguments arguments) {
        String symbol = venue.symbol(arguments).name();
        OrderParts parts = OrderParts.single(arguments);
        OrderType type = parts.type();
        if (type != OrderType.LIMIT && type != OrderType.MARKET) {
            throw ExchangeErrors.invalidOrderType();
        }
        if (!venue.listing().isRouted(symbol)) {
            throw ExchangeErrors.unsupported();
        }
        arguments.requiredDecimal("quantity");
        return parts.read(symbol, parts.side());
    }

    private JsonNode placed(Request request) {
        Arguments arguments = request.arguments();
        OrderRequest order = order(arguments);
        OrderResponseType type = OrderMethods.responseType(arguments, OrderResponseType.FULL);
        long account = venue.account(request);
        PlacedOrder placed = place(account, order, request.nowMicros());
        int first = allocations.size();
        for (Fill fill : placed.fills()) {
            allocations.add(new Allocation(allocations.size(), account, placed, fill));
        }
        ObjectNode json = new OrderJson(request.unit()).placed(placed, type);
        return type == OrderResponseType.ACK ? json : routed(json, placed, first);
    }

    private PlacedOrder place(long account, OrderRequest order, long nowMicros) {
        routed.begin(account, allocations.size());
        try {
            return venue.engine().place(account, order, nowMicros);
        } finally {
            routed.end();
        }
    }

    private ObjectNode routed(ObjectNode json, PlacedOrder placed, int firstAllocation) {
        boolean full = json.remove("fills") != null;
        JsonNode mode = json.remove("selfTradePreventionMode");
        if (full) {
            fills(json.putArray("fills"), allocations.subList(firstAllocation, allocations.size()));
        }
        boolean done = placed.order().status() == OrderStatus.FILLED;
        json.put("workingFloor", done ? "SOR" : "EXCHANGE");
        json.set("selfTradePreventionMode", mode);
        return json.put("usedSor", true);
    }

    private static void fills(ArrayNode json, List<Allocation> fills) {
        for (Allocation allocation : fills) {
            json.addObject()
                    .put("matchType", "ONE_PARTY_TRADE_REPORT")
                    .put("price", JsonNumbers.decimal(allocation.fill().price()))
                    .put("qty", JsonNumbers.decimal(allocation.fill().qty()))
                    .put("commission", JsonNumbers.decimal(allocation.fill().commission()))
                    .put("commissionAsset", allocation.fill().commissionAsset())
                    .put("tradeId", -1)
                    .put("allocId", allocation.id());
        }
    }

    private JsonNode tested(Request request) {
        Arguments arguments = request.arguments();
        boolean rates = arguments.flag("computeCommissionRates");
        OrderRequest order = order(arguments);
        OrderMethods.responseType(arguments, OrderResponseType.FULL);
        long account = venue.account(request);
        venue.engine().test(account, order, request.nowMicros());
        return rates
                ? OrderMethods.rates(venue.engine().records().commissions(account, order.symbol()), order.side(), false)
                : Json.object();
    }

    private JsonNode allocations(Request request) {
        Arguments arguments = request.arguments();
        String symbol = venue.symbol(arguments).name();
        OrderQueryMethods.refuseOthers(
                ALLOCATIONS_BY, arguments.among("startTime", "endTime", "fromAllocationId", "orderId"));
        var query = Histories.readWithinADay(arguments, "fromAllocationId");
        Long order = arguments.integer("orderId");
        long account = venue.account(request);
        List<Allocation> found = allocations.stream()
                .filter(each -> each.account() == account)
                .filter(each -> each.placed().order().symbol().equals(symbol))
                .filter(each -> order == null || each.placed().order().orderId() == order)
                .filter(each -> query.fromId() == null || each.id() >= query.fromId())
                .filter(each -> query.startTime() == null || each.placed().transactTime() >= query.startTime())
                .filter(each -> query.endTime() == null || each.placed().transactTime() <= query.endTime())
                .limit(query.limit())
                .toList();
        ArrayNode json = Json.array();
        found.forEach(allocation -> json.add(allocation(request, allocation)));
        return json;
    }

    private static ObjectNode allocation(Request request, Allocation allocation) {
        var order = allocation.placed().order();
        Fill fill = allocation.fill();
        return Json.object()
                .put("symbol", order.symbol())
                .put("allocationId", allocation.id())
                .put("allocationType", "SOR")
                .put("orderId", order.orderId())
                .put("orderListId", order.orderListId())
                .put("price", JsonNumbers.decimal(fill.price()))
                .put("qty", JsonNumbers.decimal(fill.qty()))
                .put("quoteQty", JsonNumbers.decimal(fill.quoteQty()))
                .put("commission", JsonNumbers.decimal(fill.commission()))
                .put("commissionAsset", fill.commissionAsset())
                .put("time", request.unit().of(allocation.placed().transactTime()))
                .put("isBuyer", order.side() == Side.BUY)
                .put("isMaker", false)
                .put("isAllocator", false);
    }
}
