/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SymbolInfo;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an order list has to be: allowed on the symbol, of the right order types, and with prices on the right sides.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints">Order lists</a>
 */
final class ListRules {

    private ListRules() {}

    static void check(SymbolInfo info, ListRequest list) {
        ListRequest.Kind kind = list.kind();
        if (kind.hasPair() && !info.ocoAllowed()) {
            throw Refusals.invalid("OCO orders are not supported for this symbol");
        }
        if (kind.hasWorkingOrder() && !info.otoAllowed()) {
            throw Refusals.invalid("OTO orders are not supported for this symbol.");
        }
        if (kind.isPaidByWorkingOrder() && !info.opoAllowed()) {
            throw Refusals.invalid("OPO orders are not supported for this symbol.");
        }
        List<OrderRequest> orders = list.orders();
        if (kind.hasWorkingOrder()) {
            working(orders.get(0));
            orders.stream().skip(1).forEach(ListRules::pending);
        }
        if (kind.isPaidByWorkingOrder()) {
            paid(orders);
        }
        if (kind.hasPair()) {
            pair(orders.get(orders.size() - 2), orders.get(orders.size() - 1));
        }
    }

    private static void working(OrderRequest order) {
        if (order.type() != OrderType.LIMIT && order.type() != OrderType.LIMIT_MAKER) {
            throw Refusals.unsupportedCombination();
        }
    }

    private static void pending(OrderRequest order) {
        if (order.quoteOrderQty() != null) {
            throw Refusals.unsupportedCombination();
        }
    }

    private static void paid(List<OrderRequest> orders) {
        if (!orders.get(0).isBuy()) {
            throw new Refusal(-1222, "Working order in an OPO list must be a bid.");
        }
        if (orders.stream().skip(1).anyMatch(OrderRequest::isBuy)) {
            throw new Refusal(-1223, "Pending orders in an OPO list must be asks.");
        }
    }

    private static void pair(OrderRequest above, OrderRequest below) {
        leg(above, true);
        leg(below, false);
        if (!Desk.isAlgo(above.type()) && !Desk.isAlgo(below.type())) {
            throw new Refusal(-1168, "At least one OCO order must be contingent.");
        }
    }

    private static void leg(OrderRequest order, boolean isAbove) {
        boolean isBuy = order.isBuy();
        switch (order.type()) {
            case LIMIT_MAKER ->
                require(
                        isAbove != isBuy,
                        isBuy ? -1165 : -1166,
                        isBuy
                                ? "A limit order in a buy OCO must be below."
                                : "A limit order in a sell OCO must be above.");
            case STOP_LOSS, STOP_LOSS_LIMIT ->
                require(
                        isAbove == isBuy,
                        isBuy ? -1196 : -1197,
                        isBuy
                                ? "A stop loss order in a buy OCO must be above."
                                : "A stop loss order in a sell OCO must be below.");
            case TAKE_PROFIT, TAKE_PROFIT_LIMIT ->
                require(
                        isAbove != isBuy,
                        isBuy ? -1198 : -1199,
                        isBuy
                                ? "A take profit order in a buy OCO must be below."
                                : "A take profit order in a sell OCO must be above.");
            default -> throw new Refusal(-1158, "Order type not supported in OCO.");
        }
    }

    private static void require(boolean passed, int code, String message) {
        if (!passed) {
            throw new Refusal(code, message);
        }
    }

    /** The stop-loss leg comes first in the answer, whichever side of the market it is on. */
    static List<OrderRequest> inOrder(ListRequest list) {
        List<OrderRequest> orders = list.orders();
        if (!list.kind().hasPair()) {
            return orders;
        }
        OrderRequest above = orders.get(orders.size() - 2);
        OrderRequest below = orders.get(orders.size() - 1);
        List<OrderRequest> pair = isStopLoss(above) ? List.of(above, below) : List.of(below, above);
        return orders.size() == 2 ? pair : List.of(orders.get(0), pair.get(0), pair.get(1));
    }

    private static boolean isStopLoss(OrderRequest order) {
        return order.type() == OrderType.STOP_LOSS || order.type() == OrderType.STOP_LOSS_LIMIT;
    }

    /** Above the last price, and below it; while there is no last price, above each other. */
    static void prices(List<Order> pair, @Nullable BigDecimal last) {
        boolean isBuy = pair.get(0).isBuy();
        BigDecimal stop = pair.get(0).request().stopPrice();
        BigDecimal limit = limit(pair.get(1));
        boolean stopFits = stop == null || last == null || isApart(isBuy ? stop : last, isBuy ? last : stop);
        boolean limitFits = limit == null || last == null || isApart(isBuy ? last : limit, isBuy ? limit : last);
        boolean eachFits = stop == null || limit == null || isApart(isBuy ? stop : limit, isBuy ? limit : stop);
        if (!stopFits || !limitFits || !eachFits) {
            throw Refusals.badPrices();
        }
    }

    private static boolean isApart(BigDecimal above, BigDecimal below) {
        return above.compareTo(below) > 0;
    }

    /** What a leg that isn't the stop-loss leg is measured by. */
    private static @Nullable BigDecimal limit(Order order) {
        return order.request().type() == OrderType.TAKE_PROFIT ? order.request().stopPrice() : order.price();
    }
}
