/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.testkit.matching.AccountRecords;
import io.github.binancereactive.testkit.matching.AccountTrade;
import io.github.binancereactive.testkit.matching.Amendment;
import io.github.binancereactive.testkit.matching.HistoryQuery;
import io.github.binancereactive.testkit.matching.OrderKey;
import io.github.binancereactive.testkit.matching.OrderListSnapshot;
import io.github.binancereactive.testkit.matching.OrderSnapshot;
import io.github.binancereactive.testkit.matching.PreventedMatch;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The methods that ask for orders, lists of orders, and what became of them.
 *
 * @param venue what they work on
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/account-endpoints">Account
 *     endpoints</a>
 */
record OrderQueryMethods(Venue venue) {

    private static final Set<Set<String>> TRADES_BY = Set.of(
            Set.of(),
            Set.of("orderId"),
            Set.of("startTime"),
            Set.of("endTime"),
            Set.of("fromId"),
            Set.of("startTime", "endTime"),
            Set.of("orderId", "fromId"));
    private static final Set<Set<String>> PREVENTED_BY = Set.of(
            Set.of("preventedMatchId"),
            Set.of("orderId"),
            Set.of("orderId", "fromPreventedMatchId"),
            Set.of("orderId", "fromPreventedMatchId", "limit"));

    void addTo(MethodTable table) {
        addOrders(table);
        addLists(table);
        addTrades(table);
    }

    private void addOrders(MethodTable table) {
        table.add(
                "GET /api/v3/order",
                "order.status",
                query(this::order, "symbol", "orderId", "origClientOrderId").weighing(4));
        table.add(
                "GET /api/v3/openOrders",
                "openOrders.status",
                query(this::openOrders, "symbol").weighing(sent -> sent.text("symbol") == null ? 80 : 6));
        table.add(
                "GET /api/v3/allOrders",
                "allOrders",
                query(this::allOrders, "symbol", "orderId", "startTime", "endTime", "limit")
                        .weighing(20));
        table.add(
                "GET /api/v3/order/amendments",
                "order.amendments",
                query(this::amendments, "symbol", "orderId", "fromExecutionId", "limit")
                        .weighing(4));
    }

    private void addLists(MethodTable table) {
        table.add(
                "GET /api/v3/orderList",
                "orderList.status",
                query(this::orderList, "orderListId", "origClientOrderId").weighing(4));
        table.add(
                "GET /api/v3/openOrderList",
                "openOrderLists.status",
                query(this::openOrderLists).weighing(6));
        table.add(
                "GET /api/v3/allOrderList",
                "allOrderLists",
                query(this::allOrderLists, "fromId", "startTime", "endTime", "limit")
                        .weighing(20));
    }

    private void addTrades(MethodTable table) {
        table.add(
                "GET /api/v3/myTrades",
                "myTrades",
                query(this::trades, "symbol", "orderId", "startTime", "endTime", "fromId", "limit")
                        .weighing(sent -> sent.text("orderId") == null ? 20 : 5));
        table.add(
                "GET /api/v3/myPreventedMatches",
                "myPreventedMatches",
                query(this::preventedMatches, "symbol", "preventedMatchId", "orderId", "fromPreventedMatchId", "limit")
                        .weighing(this::weightOfPrevented));
    }

    static DefinedMethod query(Function<Request, JsonNode> action, String... parameters) {
        return DefinedMethod.of(action, parameters).secured(Security.USER_DATA);
    }

    private AccountRecords records() {
        return venue.engine().records();
    }

    private JsonNode order(Request request) {
        Arguments arguments = request.arguments();
        OrderKey key = OrderMethods.key(arguments, "orderId", "origClientOrderId");
        return new OrderJson(request.unit())
                .queried(records()
                        .order(venue.account(request), venue.symbol(arguments).name(), key));
    }

    private JsonNode openOrders(Request request) {
        String symbol = request.arguments().has("symbol") ? venue.symbolName(request) : null;
        return orders(request, records().openOrders(venue.account(request), symbol));
    }

    private JsonNode allOrders(Request request) {
        HistoryQuery query = Histories.readWithinADay(request.arguments(), "orderId");
        return orders(request, records().orders(venue.account(request), venue.symbolName(request), query));
    }

    private static JsonNode orders(Request request, List<OrderSnapshot> orders) {
        OrderJson json = new OrderJson(request.unit());
        ArrayNode all = Json.array();
        orders.forEach(order -> all.add(json.queried(order)));
        return all;
    }

    private JsonNode amendments(Request request) {
        Arguments arguments = request.arguments();
        ArrayNode all = Json.array();
        records()
                .amendments(
                        venue.account(request),
                        venue.symbol(arguments).name(),
                        arguments.requiredInteger("orderId"),
                        arguments.integer("fromExecutionId"),
                        Histories.limit(arguments))
                .forEach(amendment -> all.add(amendment(request, amendment)));
        return all;
    }

    private static ObjectNode amendment(Request request, Amendment amendment) {
        return Json.object()
                .put("symbol", amendment.symbol())
                .put("orderId", amendment.orderId())
                .put("executionId", amendment.executionId())
                .put("origClientOrderId", amendment.origClientOrderId())
                .put("newClientOrderId", amendment.newClientOrderId())
                .put("origQty", JsonNumbers.decimal(amendment.origQty()))
                .put("newQty", JsonNumbers.decimal(amendment.newQty()))
                .put("time", request.unit().of(amendment.time()));
    }

    private JsonNode orderList(Request request) {
        OrderKey key = OrderMethods.key(request.arguments(), "orderListId", "origClientOrderId");
        return new ListJson(request.unit()).queried(records().orderList(venue.account(request), key));
    }

    private JsonNode openOrderLists(Request request) {
        return lists(request, records().openOrderLists(venue.account(request)));
    }

    private JsonNode allOrderLists(Request request) {
        Arguments arguments = request.arguments();
        if (arguments.has("fromId") && !arguments.among("startTime", "endTime").isEmpty()) {
            throw ExchangeErrors.badCombination();
        }
        HistoryQuery query = Histories.readWithinADay(arguments, "fromId");
        return lists(request, records().orderLists(venue.account(request), query));
    }

    private static JsonNode lists(Request request, List<OrderListSnapshot> lists) {
        ListJson json = new ListJson(request.unit());
        ArrayNode all = Json.array();
        lists.forEach(list -> all.add(json.queried(list)));
        return all;
    }

    private JsonNode trades(Request request) {
        Arguments arguments = request.arguments();
        refuseOthers(TRADES_BY, arguments.among("orderId", "startTime", "endTime", "fromId"));
        HistoryQuery query = Histories.readWithinADay(arguments, "fromId");
        ArrayNode all = Json.array();
        records()
                .trades(venue.account(request), venue.symbol(arguments).name(), arguments.integer("orderId"), query)
                .forEach(trade -> all.add(trade(request, trade)));
        return all;
    }

    static void refuseOthers(Set<Set<String>> combinations, List<String> sent) {
        if (!combinations.contains(Set.copyOf(sent))) {
            throw ExchangeErrors.badCombination();
        }
    }

    private static ObjectNode trade(Request request, AccountTrade trade) {
        return Json.object()
                .put("symbol", trade.symbol())
                .put("id", trade.id())
                .put("orderId", trade.orderId())
                .put("orderListId", trade.orderListId())
                .put("price", JsonNumbers.decimal(trade.price()))
                .put("qty", JsonNumbers.decimal(trade.qty()))
                .put("quoteQty", JsonNumbers.decimal(trade.quoteQty()))
                .put("commission", JsonNumbers.decimal(trade.commission()))
                .put("commissionAsset", trade.commissionAsset())
                .put("time", request.unit().of(trade.time()))
                .put("isBuyer", trade.isBuyer())
                .put("isMaker", trade.isMaker())
                .put("isBestMatch", true);
    }

    /** An invalid symbol is found out before anything is looked for. */
    private int weightOfPrevented(Parameters sent) {
        String symbol = sent.text("symbol");
        boolean cheap = symbol == null || venue.listing().symbol(symbol) == null;
        return cheap || sent.text("orderId") == null ? 2 : 20;
    }

    private JsonNode preventedMatches(Request request) {
        Arguments arguments = request.arguments();
        String symbol = venue.symbol(arguments).name();
        refuseOthers(PREVENTED_BY, arguments.among("preventedMatchId", "orderId", "fromPreventedMatchId", "limit"));
        Long id = arguments.integer("preventedMatchId");
        List<PreventedMatch> matches = id != null
                ? records().preventedMatch(venue.account(request), symbol, id)
                : records()
                        .preventedMatches(
                                venue.account(request),
                                symbol,
                                arguments.requiredInteger("orderId"),
                                arguments.integer("fromPreventedMatchId"),
                                Histories.limit(arguments));
        ArrayNode all = Json.array();
        matches.forEach(match -> all.add(prevented(request, match)));
        return all;
    }

    private static ObjectNode prevented(Request request, PreventedMatch match) {
        ObjectNode json = Json.object()
                .put("symbol", match.symbol())
                .put("preventedMatchId", match.preventedMatchId())
                .put("takerOrderId", match.takerOrderId())
                .put("makerSymbol", match.symbol())
                .put("makerOrderId", match.makerOrderId())
                .put("tradeGroupId", match.tradeGroupId())
                .put("selfTradePreventionMode", match.selfTradePreventionMode().name())
                .put("price", JsonNumbers.decimal(match.price()));
        if (match.takerPreventedQuantity() != null) {
            json.put("takerPreventedQuantity", JsonNumbers.decimal(match.takerPreventedQuantity()));
        }
        if (match.makerPreventedQuantity() != null) {
            json.put("makerPreventedQuantity", JsonNumbers.decimal(match.makerPreventedQuantity()));
        }
        return json.put("transactTime", request.unit().of(match.transactTime()));
    }
}
