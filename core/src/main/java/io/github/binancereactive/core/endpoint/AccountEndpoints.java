/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static io.github.binancereactive.core.endpoint.Parameter.bool;
import static io.github.binancereactive.core.endpoint.Parameter.number;
import static io.github.binancereactive.core.endpoint.Parameter.string;
import static io.github.binancereactive.core.endpoint.ParameterRule.atLeastOneOf;
import static io.github.binancereactive.core.endpoint.ParameterRule.atMostOneOf;
import static io.github.binancereactive.core.endpoint.ParameterRule.needs;
import static io.github.binancereactive.core.endpoint.ParameterRule.notWith;
import static io.github.binancereactive.core.endpoint.SharedParameters.LIMIT;
import static io.github.binancereactive.core.endpoint.SharedParameters.RECV_WINDOW;

import io.github.binancereactive.core.model.account.Account;
import io.github.binancereactive.core.model.account.AccountTrade;
import io.github.binancereactive.core.model.account.Allocation;
import io.github.binancereactive.core.model.account.Amendment;
import io.github.binancereactive.core.model.account.Order;
import io.github.binancereactive.core.model.account.OrderList;
import io.github.binancereactive.core.model.account.PreventedMatch;
import io.github.binancereactive.core.model.account.RelevantFilters;
import io.github.binancereactive.core.model.account.SymbolCommission;
import io.github.binancereactive.core.model.account.UnfilledOrderCount;
import java.time.Duration;
import java.util.List;

/**
 * The endpoints that read an account: its balances, orders, trades, limits.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/account-endpoints">Account
 *     endpoints</a>
 */
public final class AccountEndpoints {

    private static final Parameter SYMBOL = string("symbol").required();

    private static final ParameterRule WITHIN_A_DAY =
            ParameterRule.atMostApart("startTime", "endTime", Duration.ofHours(24));

    /** Asks for balances and permissions. */
    public static final Endpoint<Account> ACCOUNT = Endpoint.get("/api/v3/account")
            .ws("account.status")
            .security(SecurityType.USER_DATA)
            .weight(20)
            .source(DataSource.MEMORY_THEN_DATABASE)
            .takes(bool("omitZeroBalances"), RECV_WINDOW)
            .returns(Account.class);

    /** Asks for one order. With both ids, the exchange looks for {@code orderId} and then compares the other. */
    public static final Endpoint<Order> ORDER = Endpoint.get("/api/v3/order")
            .ws("order.status")
            .security(SecurityType.USER_DATA)
            .weight(4)
            .source(DataSource.MEMORY_THEN_DATABASE)
            .takes(SYMBOL, number("orderId"), string("origClientOrderId"), RECV_WINDOW)
            .whenComplete(atLeastOneOf("orderId", "origClientOrderId"))
            .returns(Order.class);

    /** Asks for the open orders of one symbol, or of all. */
    public static final Endpoint<List<Order>> OPEN_ORDERS = Endpoint.get("/api/v3/openOrders")
            .ws("openOrders.status")
            .security(SecurityType.USER_DATA)
            .weight(WeightRule.with("symbol", 6, 80))
            .source(DataSource.MEMORY_THEN_DATABASE)
            .takes(string("symbol"), RECV_WINDOW)
            .returns(ResultType.listOf(Order.class));

    /** Asks for orders of one symbol, whatever their status. The exchange would ignore {@code orderId} beside times. */
    public static final Endpoint<List<Order>> ALL_ORDERS = Endpoint.get("/api/v3/allOrders")
            .ws("allOrders")
            .security(SecurityType.USER_DATA)
            .weight(20)
            .source(DataSource.DATABASE)
            .takes(SYMBOL, number("orderId"), number("startTime"), number("endTime"), LIMIT, RECV_WINDOW)
            .where(notWith("orderId", "startTime", "endTime"), WITHIN_A_DAY)
            .returns(ResultType.listOf(Order.class));

    /** Asks for one order list. The exchange would ignore {@code orderListId} beside the other id. */
    public static final Endpoint<OrderList> ORDER_LIST = Endpoint.get("/api/v3/orderList")
            .ws("orderList.status")
            .security(SecurityType.USER_DATA)
            .weight(4)
            .source(DataSource.DATABASE)
            .takes(number("orderListId"), string("origClientOrderId"), RECV_WINDOW)
            .where(atMostOneOf("orderListId", "origClientOrderId"))
            .whenComplete(atLeastOneOf("orderListId", "origClientOrderId"))
            .returns(OrderList.class);

    /** Asks for order lists, whatever their status. */
    public static final Endpoint<List<OrderList>> ALL_ORDER_LISTS = Endpoint.get("/api/v3/allOrderList")
            .ws("allOrderLists")
            .security(SecurityType.USER_DATA)
            .weight(20)
            .source(DataSource.DATABASE)
            .takes(number("fromId"), number("startTime"), number("endTime"), LIMIT, RECV_WINDOW)
            .where(notWith("fromId", "startTime", "endTime"), WITHIN_A_DAY)
            .returns(ResultType.listOf(OrderList.class));

    /** Asks for the open order lists. */
    public static final Endpoint<List<OrderList>> OPEN_ORDER_LISTS = Endpoint.get("/api/v3/openOrderList")
            .ws("openOrderLists.status")
            .security(SecurityType.USER_DATA)
            .weight(6)
            .source(DataSource.MEMORY_THEN_DATABASE)
            .takes(RECV_WINDOW)
            .returns(ResultType.listOf(OrderList.class));

    /** Asks for the account's trades on one symbol. */
    public static final Endpoint<List<AccountTrade>> MY_TRADES = Endpoint.get("/api/v3/myTrades")
            .ws("myTrades")
            .security(SecurityType.USER_DATA)
            .weight(WeightRule.with("orderId", 5, 20))
            .source(DataSource.MEMORY_THEN_DATABASE)
            .takes(
                    SYMBOL,
                    number("orderId"),
                    number("startTime"),
                    number("endTime"),
                    number("fromId"),
                    LIMIT,
                    RECV_WINDOW)
            .where(notWith("orderId", "startTime", "endTime"), notWith("fromId", "startTime", "endTime"), WITHIN_A_DAY)
            .returns(ResultType.listOf(AccountTrade.class));

    /** Asks how many orders count against the limits of the account. */
    public static final Endpoint<List<UnfilledOrderCount>> UNFILLED_ORDER_COUNT = Endpoint.get(
                    "/api/v3/rateLimit/order")
            .ws("account.rateLimits.orders")
            .security(SecurityType.USER_DATA)
            .weight(40)
            .source(DataSource.MEMORY)
            .takes(RECV_WINDOW)
            .returns(ResultType.listOf(UnfilledOrderCount.class));

    /** Asks for matches that self-trade prevention did not let happen. */
    public static final Endpoint<List<PreventedMatch>> MY_PREVENTED_MATCHES = Endpoint.get("/api/v3/myPreventedMatches")
            .ws("myPreventedMatches")
            .security(SecurityType.USER_DATA)
            .weight(WeightRule.with("preventedMatchId", 2, 20))
            .source(DataSource.DATABASE)
            .takes(
                    SYMBOL,
                    number("preventedMatchId"),
                    number("orderId"),
                    number("fromPreventedMatchId"),
                    LIMIT,
                    RECV_WINDOW)
            .where(notWith("preventedMatchId", "orderId", "fromPreventedMatchId", "limit"))
            .whenComplete(
                    atLeastOneOf("preventedMatchId", "orderId"),
                    needs("fromPreventedMatchId", "orderId"),
                    needs("limit", "fromPreventedMatchId"))
            .returns(ResultType.listOf(PreventedMatch.class));

    /** Asks for what smart order routing allocated. */
    public static final Endpoint<List<Allocation>> MY_ALLOCATIONS = Endpoint.get("/api/v3/myAllocations")
            .ws("myAllocations")
            .security(SecurityType.USER_DATA)
            .weight(20)
            .source(DataSource.DATABASE)
            .takes(
                    SYMBOL,
                    number("startTime"),
                    number("endTime"),
                    number("fromAllocationId"),
                    LIMIT,
                    number("orderId"),
                    RECV_WINDOW)
            .where(
                    notWith("orderId", "startTime", "endTime"),
                    notWith("fromAllocationId", "startTime", "endTime"),
                    WITHIN_A_DAY)
            .returns(ResultType.listOf(Allocation.class));

    /** Asks what trades on one symbol cost. */
    public static final Endpoint<SymbolCommission> COMMISSION = Endpoint.get("/api/v3/account/commission")
            .ws("account.commission")
            .security(SecurityType.USER_DATA)
            .weight(20)
            .source(DataSource.DATABASE)
            .takes(SYMBOL)
            .returns(SymbolCommission.class);

    /** Asks for the amendments of one order. */
    public static final Endpoint<List<Amendment>> ORDER_AMENDMENTS = Endpoint.get("/api/v3/order/amendments")
            .ws("order.amendments")
            .security(SecurityType.USER_DATA)
            .weight(4)
            .source(DataSource.DATABASE)
            .takes(SYMBOL, number("orderId").required(), number("fromExecutionId"), LIMIT, RECV_WINDOW)
            .returns(ResultType.listOf(Amendment.class));

    /** Asks for the filters that hold for the account on one symbol. */
    public static final Endpoint<RelevantFilters> MY_FILTERS = Endpoint.get("/api/v3/myFilters")
            .ws("myFilters")
            .security(SecurityType.USER_DATA)
            .weight(40)
            .source(DataSource.MEMORY)
            .takes(SYMBOL, RECV_WINDOW)
            .returns(RelevantFilters.class);

    static final List<Endpoint<?>> ALL = List.of(
            ACCOUNT,
            ORDER,
            OPEN_ORDERS,
            ALL_ORDERS,
            ORDER_LIST,
            ALL_ORDER_LISTS,
            OPEN_ORDER_LISTS,
            MY_TRADES,
            UNFILLED_ORDER_COUNT,
            MY_PREVENTED_MATCHES,
            MY_ALLOCATIONS,
            COMMISSION,
            ORDER_AMENDMENTS,
            MY_FILTERS);

    private AccountEndpoints() {}
}
