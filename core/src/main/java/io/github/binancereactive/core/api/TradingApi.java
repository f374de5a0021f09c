/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.api;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.trade.AmendAnswer;
import io.github.binancereactive.core.model.trade.CancelAnswer;
import io.github.binancereactive.core.model.trade.CancelReplaceAnswer;
import io.github.binancereactive.core.model.trade.OrderAnswer;
import io.github.binancereactive.core.model.trade.OrderListAnswer;
import io.github.binancereactive.core.model.trade.OrderTest;
import io.github.binancereactive.core.request.AmendOrder;
import io.github.binancereactive.core.request.CancelOrder;
import io.github.binancereactive.core.request.CancelOrderList;
import io.github.binancereactive.core.request.CancelReplace;
import io.github.binancereactive.core.request.LegacyOco;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.core.request.NewOrderList;
import io.github.binancereactive.core.request.SorOrder;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Orders and order lists: placed, amended, canceled. All need a key with the permission TRADE. What changes something is sent at most
 * once for each subscription; where it was sent and no clear answer came, the subscription ends with an {@link
 * io.github.binancereactive.core.error.OutcomeUnknownException}, which carries the client order id to ask for. What the caller gives no
 * id, the client gives one, another for each subscription. See {@link Exchange#exchange} for what else each returned {@code Mono}
 * promises.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints">REST</a>
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/websocket-api/trading-requests">WebSocket API</a>
 */
public interface TradingApi extends Exchange {

    /**
     * Places an order. Weight 1, counts as 1 unfilled order.
     *
     * @param order what to place
     * @return that it was taken, with as much as its response type asks for
     */
    default Mono<OrderAnswer> newOrder(NewOrder order) {
        return exchange(order.call());
    }

    /**
     * Checks an order as if it were placed. Changes nothing, and is safe to repeat. Weight 1.
     *
     * @param order what to check
     * @return an empty answer when the order would be taken
     */
    default Mono<OrderTest> testOrder(NewOrder order) {
        return exchange(order.testCall(false));
    }

    /**
     * Checks an order as if it were placed, and computes what it would cost. Changes nothing, and is safe to repeat. Weight 20.
     *
     * @param order what to check
     * @return the commission rates, when the order would be taken
     */
    default Mono<OrderTest> testOrderCommission(NewOrder order) {
        return exchange(order.testCall(true));
    }

    /**
     * Cancels an order, and with it the order list that it belongs to. Weight 1.
     *
     * @param order what to cancel
     * @return what was canceled
     */
    default Mono<CancelAnswer> cancelOrder(CancelOrder order) {
        return exchange(order.call());
    }

    /**
     * Cancels all open orders and order lists on a symbol. Weight 1. Refused when there are none.
     *
     * @param symbol such as {@code BTCUSDT}
     * @return what was canceled
     */
    default Mono<List<CancelAnswer>> cancelOpenOrders(String symbol) {
        return exchange(Call.of(TradingEndpoints.CANCEL_OPEN_ORDERS).with("symbol", symbol));
    }

    /**
     * Cancels an order and places another. Weight 1, counts as 1 unfilled order, even if the new one isn't tried.
     *
     * @param request what to cancel and what to place
     * @return what became of both; also when only one of them was carried out. When neither was, an error: a {@link
     *     io.github.binancereactive.core.error.RejectedException} has a {@link CancelReplaceAnswer} as its detail
     */
    default Mono<CancelReplaceAnswer> cancelReplace(CancelReplace request) {
        return exchange(request.call());
    }

    /**
     * Reduces the quantity of an order, which keeps its place in the queue. Weight 4.
     *
     * @param amendment what to amend
     * @return the order from now on
     */
    default Mono<AmendAnswer> amendOrder(AmendOrder amendment) {
        return exchange(amendment.call());
    }

    /**
     * Places a list of orders that depend on each other. Weight 1, counts as as many unfilled orders as it has.
     *
     * @param list what to place
     * @return that it was taken, with as much of each order as its response type asks for
     */
    default Mono<OrderListAnswer> newOrderList(NewOrderList<?> list) {
        return exchange(list.call());
    }

    /**
     * Places two orders of which one cancels the other. Weight 1, counts as 2 unfilled orders.
     *
     * @param list what to place
     * @return that it was taken, with as much of each order as its response type asks for
     * @deprecated by the exchange; {@link #newOrderList} with an {@link io.github.binancereactive.core.request.OcoOrder} does the same
     */
    @Deprecated
    default Mono<OrderListAnswer> newLegacyOco(LegacyOco list) {
        return exchange(list.call());
    }

    /**
     * Cancels an order list. Weight 1.
     *
     * @param list what to cancel
     * @return what was canceled
     */
    default Mono<CancelAnswer> cancelOrderList(CancelOrderList list) {
        return exchange(list.call());
    }

    /**
     * Places an order that smart order routing may fill from several books. Weight 1, counts as 1 unfilled order.
     *
     * @param order what to place
     * @return that it was taken, with as much as its response type asks for
     */
    default Mono<OrderAnswer> newSorOrder(SorOrder order) {
        return exchange(order.call());
    }

    /**
     * Checks such an order as if it were placed. Changes nothing, and is safe to repeat. Weight 1.
     *
     * @param order what to check
     * @return an empty answer when the order would be taken
     */
    default Mono<OrderTest> testSorOrder(SorOrder order) {
        return exchange(order.testCall(false));
    }

    /**
     * Checks such an order as if it were placed, and computes what it would cost. Changes nothing, and is safe to repeat. Weight 20.
     *
     * @param order what to check
     * @return the commission rates, when the order would be taken
     */
    default Mono<OrderTest> testSorOrderCommission(SorOrder order) {
        return exchange(order.testCall(true));
    }
}
