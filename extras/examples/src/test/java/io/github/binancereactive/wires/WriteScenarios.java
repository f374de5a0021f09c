/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static io.github.binancereactive.wires.Scenario.does;
import static io.github.binancereactive.wires.Scenario.doesWithIds;
import static io.github.binancereactive.wires.Scenario.refused;
import static io.github.binancereactive.wires.Situation.number;

import io.github.binancereactive.core.model.trade.CancelReplaceMode;
import io.github.binancereactive.core.model.trade.CancelRestrictions;
import io.github.binancereactive.core.model.trade.OrderRateLimitExceededMode;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.request.AmendOrder;
import io.github.binancereactive.core.request.CancelOrder;
import io.github.binancereactive.core.request.CancelReplace;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.core.request.OrderQuery;
import io.github.binancereactive.core.request.SorOrder;
import java.util.ArrayList;
import java.util.List;

/** Every call that changes something. */
final class WriteScenarios {

    private static final String SYMBOL = ReadCalls.SYMBOL;
    private static final NewOrder CROSSING = NewOrder.limitMaker(SYMBOL, Side.BUY, number("0.01"), number("70000"))
            .clientOrderId("crossing");

    private WriteScenarios() {}

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        OrderKinds.all().forEach((name, order) -> all.add(placing(name, order)));
        OrderListKinds.addTo(all);
        all.add(routed());
        all.add(routedAtALimit());
        all.addAll(cancelling());
        all.addAll(replacing());
        all.addAll(amending());
        return all;
    }

    private static Scenario placing(String name, NewOrder order) {
        return Scenario.of(
                name,
                does("test", api -> api.testOrder(order)),
                does("test with commission", api -> api.testOrderCommission(order)),
                does("place", api -> api.newOrder(order)),
                does("list", api -> api.allOrders(OrderKinds.allOf(order))));
    }

    static Scenario.Step place(NewOrder order) {
        return does("place " + order.clientOrderId(), api -> api.newOrder(order));
    }

    static NewOrder resting(String name) {
        return NewOrder.limit(SYMBOL, Side.BUY, number("0.02"), number("50000")).clientOrderId(name);
    }

    private static Scenario routed() {
        SorOrder order = SorOrder.market(SYMBOL, Side.BUY, number("0.001")).clientOrderId("mine");
        return routed("SOR MARKET", order);
    }

    private static Scenario routedAtALimit() {
        SorOrder order = SorOrder.limit(SYMBOL, Side.BUY, number("0.01"), number("50000"))
                .icebergQty(number("0.002"))
                .strategy(3, 1_000_000);
        return routed("SOR LIMIT", order);
    }

    private static Scenario routed(String name, SorOrder order) {
        return Scenario.of(
                name,
                does("test", api -> api.testSorOrder(order)),
                does("test with commission", api -> api.testSorOrderCommission(order)),
                does("place", api -> api.newSorOrder(order)));
    }

    private static List<Scenario> cancelling() {
        return List.of(
                Scenario.of(
                        "cancel by name",
                        place(resting("a")),
                        does("cancel", api -> api.cancelOrder(CancelOrder.of(SYMBOL, "a"))),
                        refused(-2011, "again", api -> api.cancelOrder(CancelOrder.of(SYMBOL, "a")))),
                Scenario.of(
                        "cancel by id",
                        place(resting("a")),
                        doesWithIds(
                                "cancel",
                                (api, ids) -> api.cancelOrder(CancelOrder.of(SYMBOL, ids.order("a"))
                                        .origClientOrderId("a")
                                        .newClientOrderId("cancellation")
                                        .restrictions(CancelRestrictions.ONLY_NEW)))),
                Scenario.of(
                        "cancel what must not be canceled",
                        place(resting("a")),
                        refused(
                                -2011,
                                "cancel",
                                api -> api.cancelOrder(CancelOrder.of(SYMBOL, "a")
                                        .restrictions(CancelRestrictions.ONLY_PARTIALLY_FILLED)))),
                Scenario.of(
                        "cancel all, orders and lists",
                        place(resting("a")),
                        place(resting("b")),
                        does("place a list", api -> api.newOrderList(OrderListKinds.oco())),
                        does("cancel all", api -> api.cancelOpenOrders(SYMBOL)),
                        refused(-2011, "again", api -> api.cancelOpenOrders(SYMBOL))));
    }

    private static List<Scenario> replacing() {
        return List.of(
                Scenario.of(
                        "replace, both done",
                        place(resting("a")),
                        does("replace", api -> api.cancelReplace(replacing("a", resting("b"), false)))),
                Scenario.of(
                        "replace by id, both done",
                        place(resting("a")),
                        doesWithIds(
                                "replace",
                                (api, ids) -> api.cancelReplace(
                                        CancelReplace.of(ids.order("a"), resting("b"), CancelReplaceMode.ALLOW_FAILURE)
                                                .cancelOrigClientOrderId("a")
                                                .cancelNewClientOrderId("cancellation")
                                                .restrictions(CancelRestrictions.ONLY_NEW)
                                                .orderRateLimitExceeded(OrderRateLimitExceededMode.CANCEL_ONLY)))),
                Scenario.of(
                        "replace, the cancellation fails and stops the rest",
                        refused(-2022, "replace", api -> api.cancelReplace(replacing("a", resting("b"), false)))),
                Scenario.of(
                        "replace, the cancellation fails and the rest is done",
                        does("replace", api -> api.cancelReplace(replacing("a", resting("b"), true)))),
                Scenario.of(
                        "replace, the placement fails",
                        place(resting("a")),
                        does("replace", api -> api.cancelReplace(replacing("a", CROSSING, false)))),
                Scenario.of(
                        "replace, both fail",
                        refused(-2022, "replace", api -> api.cancelReplace(replacing("a", CROSSING, true)))));
    }

    private static CancelReplace replacing(String name, NewOrder by, boolean anyway) {
        return CancelReplace.of(name, by, anyway ? CancelReplaceMode.ALLOW_FAILURE : CancelReplaceMode.STOP_ON_FAILURE);
    }

    private static List<Scenario> amending() {
        return List.of(
                Scenario.of(
                        "amend by name",
                        place(resting("a")),
                        does("amend", api -> api.amendOrder(AmendOrder.of(SYMBOL, "a", number("0.01")))),
                        does("list", api -> api.allOrders(OrderKinds.allOf(resting("a"))))),
                Scenario.of(
                        "amend by id",
                        place(resting("a")),
                        doesWithIds(
                                "amend",
                                (api, ids) -> api.amendOrder(AmendOrder.of(SYMBOL, ids.order("a"), number("0.01"))
                                        .newClientOrderId("b"))),
                        does("query", api -> api.order(OrderQuery.byClientOrderId(SYMBOL, "b")))),
                Scenario.of(
                        "amend in a list",
                        does("place a list", api -> api.newOrderList(OrderListKinds.oco())),
                        does("amend", api -> api.amendOrder(AmendOrder.of(SYMBOL, "above", number("0.005"))))),
                Scenario.of(
                        "amend to more",
                        place(resting("a")),
                        refused(-2038, "amend", api -> api.amendOrder(AmendOrder.of(SYMBOL, "a", number("0.1"))))));
    }
}
