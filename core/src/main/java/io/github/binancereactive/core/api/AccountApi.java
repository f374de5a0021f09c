/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.endpoint.AccountEndpoints;
import io.github.binancereactive.core.endpoint.Call;
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
import io.github.binancereactive.core.request.AccountQuery;
import io.github.binancereactive.core.request.AllOrderListsQuery;
import io.github.binancereactive.core.request.AllOrdersQuery;
import io.github.binancereactive.core.request.MyAllocationsQuery;
import io.github.binancereactive.core.request.MyPreventedMatchesQuery;
import io.github.binancereactive.core.request.MyTradesQuery;
import io.github.binancereactive.core.request.OrderAmendmentsQuery;
import io.github.binancereactive.core.request.OrderListQuery;
import io.github.binancereactive.core.request.OrderQuery;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What an account has: balances, orders, trades, limits. All of it needs a key with the permission USER_DATA, and is safe to
 * repeat. See {@link Exchange#exchange} for what each returned {@code Mono} promises, and {@link Exchange#stream} for each
 * {@code Flux}.
 *
 * <p>Orders and balances are read from the exchange's memory and databases, not from its matching engine: what was done a moment
 * ago may not show yet.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/account-endpoints">REST</a>
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/account-requests">WebSocket API</a>
 */
public interface AccountApi extends Exchange {

    /**
     * Asks for balances and permissions, with a balance for every asset of the exchange. Weight 20.
     *
     * @return the account
     */
    default Mono<Account> account() {
        return account(AccountQuery.all());
    }

    /**
     * Asks for balances and permissions. Weight 20.
     *
     * @param query which balances
     * @return the account
     */
    default Mono<Account> account(AccountQuery query) {
        return exchange(query.call());
    }

    /**
     * Asks for one order. Weight 4.
     *
     * @param query which one
     * @return the order; an error with code -2013 when there is none, or with -2026 when it was archived, as orders are that
     *     ended without a fill more than 90 days ago
     */
    default Mono<Order> order(OrderQuery query) {
        return exchange(query.call());
    }

    /**
     * Asks for the open orders of all symbols. Weight 80.
     *
     * @return the orders
     */
    default Flux<Order> openOrders() {
        return stream(Call.of(AccountEndpoints.OPEN_ORDERS));
    }

    /**
     * Asks for the open orders of one symbol. Weight 6.
     *
     * @param symbol which one
     * @return the orders
     */
    default Flux<Order> openOrders(String symbol) {
        return stream(Call.of(AccountEndpoints.OPEN_ORDERS).with("symbol", symbol));
    }

    /**
     * Asks for orders of one symbol, open or ended. Weight 20.
     *
     * @param query which ones
     * @return the orders, at most as many as the query's limit
     */
    default Flux<Order> allOrders(AllOrdersQuery query) {
        return stream(query.call());
    }

    /**
     * Asks for one order list. Weight 4.
     *
     * @param query which one
     * @return the list
     */
    default Mono<OrderList> orderList(OrderListQuery query) {
        return exchange(query.call());
    }

    /**
     * Asks for order lists, open or ended. Weight 20.
     *
     * @param query which ones
     * @return the lists, at most as many as the query's limit
     */
    default Flux<OrderList> allOrderLists(AllOrderListsQuery query) {
        return stream(query.call());
    }

    /**
     * Asks for the open order lists of all symbols. Weight 6.
     *
     * @return the lists
     */
    default Flux<OrderList> openOrderLists() {
        return stream(Call.of(AccountEndpoints.OPEN_ORDER_LISTS));
    }

    /**
     * Asks for the account's trades on one symbol. Weight 20, or 5 for those of one order.
     *
     * @param query which ones
     * @return the trades, at most as many as the query's limit
     */
    default Flux<AccountTrade> myTrades(MyTradesQuery query) {
        return stream(query.call());
    }

    /**
     * Asks how many orders count against the limits of the account. Weight 40.
     *
     * @return one count for each limit
     */
    default Flux<UnfilledOrderCount> unfilledOrderCount() {
        return stream(Call.of(AccountEndpoints.UNFILLED_ORDER_COUNT));
    }

    /**
     * Asks for matches that self-trade prevention did not let happen. Weight 20, or 2 for a single one.
     *
     * @param query which ones
     * @return the matches
     */
    default Flux<PreventedMatch> myPreventedMatches(MyPreventedMatchesQuery query) {
        return stream(query.call());
    }

    /**
     * Asks for what smart order routing allocated. Weight 20.
     *
     * @param query which allocations
     * @return the allocations, at most as many as the query's limit
     */
    default Flux<Allocation> myAllocations(MyAllocationsQuery query) {
        return stream(query.call());
    }

    /**
     * Asks what the account's trades on one symbol cost. Weight 20.
     *
     * @param symbol which one
     * @return the rates
     */
    default Mono<SymbolCommission> commission(String symbol) {
        return exchange(Call.of(AccountEndpoints.COMMISSION).with("symbol", symbol));
    }

    /**
     * Asks for the amendments of one order. Weight 4.
     *
     * @param query which ones
     * @return the amendments, at most as many as the query's limit
     */
    default Flux<Amendment> orderAmendments(OrderAmendmentsQuery query) {
        return stream(query.call());
    }

    /**
     * Asks for the filters that hold for the account on one symbol. Weight 40.
     *
     * @param symbol which one
     * @return the filters
     */
    default Mono<RelevantFilters> myFilters(String symbol) {
        return exchange(Call.of(AccountEndpoints.MY_FILTERS).with("symbol", symbol));
    }
}
