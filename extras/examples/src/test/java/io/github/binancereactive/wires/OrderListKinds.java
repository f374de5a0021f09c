/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import static io.github.binancereactive.wires.Scenario.does;
import static io.github.binancereactive.wires.Scenario.doesWithIds;
import static io.github.binancereactive.wires.Situation.number;

import io.github.binancereactive.core.model.trade.OrderResponseType;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import io.github.binancereactive.core.request.CancelOrder;
import io.github.binancereactive.core.request.CancelOrderList;
import io.github.binancereactive.core.request.LegacyOco;
import io.github.binancereactive.core.request.NewOrder;
import io.github.binancereactive.core.request.NewOrderList;
import io.github.binancereactive.core.request.OcoOrder;
import io.github.binancereactive.core.request.OpoOrder;
import io.github.binancereactive.core.request.OpocoOrder;
import io.github.binancereactive.core.request.OrderLeg;
import io.github.binancereactive.core.request.OtoOrder;
import io.github.binancereactive.core.request.OtocoOrder;
import io.github.binancereactive.core.request.Trigger;
import java.util.List;

/** Order lists of every kind, placed and canceled. */
final class OrderListKinds {

    private static final String SYMBOL = ReadCalls.SYMBOL;
    private static final String OTHER = ReadCalls.OTHER;

    private OrderListKinds() {}

    static void addTo(List<Scenario> all) {
        all.add(placing("OCO", SYMBOL, oco()));
        all.add(placing("OTO", SYMBOL, OtoOrder.of(working(SYMBOL), pending())));
        all.add(placing("OTO that works at once", SYMBOL, OtoOrder.of(crossing(SYMBOL, "60500"), pending())));
        all.add(placing("OTOCO", SYMBOL, OtocoOrder.of(working(SYMBOL), oco())));
        all.add(placing("OPO", OTHER, OpoOrder.of(working(OTHER), OrderLeg.limitMaker(number("3500")))));
        all.add(placing("OPOCO", OTHER, opoco()));
        all.add(placing("OCO in short", SYMBOL, oco().responseType(OrderResponseType.ACK)));
        all.add(legacy());
        all.add(byId());
        all.add(byOneOfItsOrders());
    }

    static OcoOrder oco() {
        return OcoOrder.of(
                SYMBOL,
                Side.SELL,
                number("0.01"),
                OrderLeg.limitMaker(number("70000")).clientOrderId("above"),
                OrderLeg.stopLossLimit(number("49000"), Trigger.at(number("50000")))
                        .clientOrderId("below"));
    }

    private static OpocoOrder opoco() {
        return OpocoOrder.of(
                working(OTHER), OrderLeg.limitMaker(number("3500")), OrderLeg.stopLoss(Trigger.at(number("2000"))));
    }

    private static NewOrder working(String symbol) {
        return crossing(symbol, symbol.equals(OTHER) ? "2500" : "50000");
    }

    private static NewOrder crossing(String symbol, String price) {
        return NewOrder.limit(symbol, Side.BUY, number("0.1"), number(price)).clientOrderId("working");
    }

    private static NewOrder pending() {
        return NewOrder.limit(SYMBOL, Side.SELL, number("0.05"), number("70000"));
    }

    private static Scenario placing(String name, String symbol, NewOrderList<?> list) {
        return Scenario.of(
                name,
                does("place", api -> api.newOrderList(named(list))),
                does(
                        "cancel",
                        api -> api.cancelOrderList(
                                CancelOrderList.of(symbol, "the-list").newClientOrderId("cancellation"))));
    }

    private static NewOrderList<?> named(NewOrderList<?> list) {
        return list.listClientOrderId("the-list");
    }

    @SuppressWarnings("deprecation") // It works until the exchange ends it.
    private static Scenario legacy() {
        LegacyOco plain = LegacyOco.of(SYMBOL, Side.SELL, number("0.01"), number("70000"), Trigger.at(number("50000")));
        LegacyOco rich = plain.stopLimit(number("49000"), TimeInForce.GTC)
                .limitStrategy(1, 1_000_000)
                .stopStrategy(2, 1_000_001)
                .limitIcebergQty(number("0.002"))
                .clientOrderIds("the-list", "above", "below");
        return Scenario.of(
                "the deprecated OCO",
                does("place", api -> api.newLegacyOco(plain)),
                does("place with everything", api -> api.newLegacyOco(rich)),
                does("cancel", api -> api.cancelOrderList(CancelOrderList.of(SYMBOL, "the-list"))));
    }

    private static Scenario byId() {
        return Scenario.of(
                "cancel a list by id",
                does("place", api -> api.newOrderList(oco())),
                doesWithIds(
                        "cancel", (api, ids) -> api.cancelOrderList(CancelOrderList.of(SYMBOL, ids.list("above")))));
    }

    private static Scenario byOneOfItsOrders() {
        return Scenario.of(
                "cancel a list by one of its orders",
                does("place", api -> api.newOrderList(oco())),
                does("cancel", api -> api.cancelOrder(CancelOrder.of(SYMBOL, "below"))));
    }
}
