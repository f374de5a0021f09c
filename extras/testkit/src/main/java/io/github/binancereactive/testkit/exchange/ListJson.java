/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.core.model.trade.OrderResponseType;
import io.github.binancereactive.testkit.matching.AmendedOrder;
import io.github.binancereactive.testkit.matching.Canceled;
import io.github.binancereactive.testkit.matching.CanceledList;
import io.github.binancereactive.testkit.matching.CanceledOrder;
import io.github.binancereactive.testkit.matching.OrderListSnapshot;
import io.github.binancereactive.testkit.matching.PlacedList;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Order lists as answers show them.
 *
 * @param unit the unit of times
 */
record ListJson(TimestampUnit unit) {

    private OrderJson orders() {
        return new OrderJson(unit);
    }

    /** A list without reports of its orders, as queries show it. */
    ObjectNode queried(OrderListSnapshot list) {
        ObjectNode json = Json.object()
                .put("orderListId", list.orderListId())
                .put("contingencyType", list.contingencyType().name())
                .put("listStatusType", list.listStatusType().name())
                .put("listOrderStatus", list.listOrderStatus().name())
                .put("listClientOrderId", list.listClientOrderId())
                .put("transactionTime", unit.of(list.transactionTime()))
                .put("symbol", list.symbol());
        members(json, list);
        return json;
    }

    private static void members(ObjectNode json, OrderListSnapshot list) {
        ArrayNode orders = json.putArray("orders");
        list.orders()
                .forEach(member -> orders.addObject()
                        .put("symbol", member.symbol())
                        .put("orderId", member.orderId())
                        .put("clientOrderId", member.clientOrderId()));
    }

    /** A list that was placed. */
    ObjectNode placed(PlacedList placed, OrderResponseType type) {
        ObjectNode json = queried(placed.list());
        ArrayNode reports = json.putArray("orderReports");
        placed.orders().forEach(order -> reports.add(orders().placed(order, type)));
        return json;
    }

    /** A list that was canceled. */
    ObjectNode canceled(CanceledList canceled) {
        ObjectNode json = queried(canceled.list());
        ArrayNode reports = json.putArray("orderReports");
        canceled.orders().forEach(order -> reports.add(orders().canceled(order)));
        return json;
    }

    /** What a cancel ended, whichever it was. */
    ObjectNode canceled(Canceled canceled) {
        return canceled instanceof CanceledOrder order ? orders().canceled(order) : canceled((CanceledList) canceled);
    }

    /** An amended order with the list that it belongs to. */
    ObjectNode amended(AmendedOrder amended) {
        ObjectNode json = Json.object()
                .put("transactTime", unit.of(amended.amendment().time()))
                .put("executionId", amended.amendment().executionId());
        json.set("amendedOrder", orders().amended(amended));
        OrderListSnapshot list = amended.list();
        if (list != null) {
            ObjectNode status = json.putObject("listStatus")
                    .put("orderListId", list.orderListId())
                    .put("contingencyType", list.contingencyType().name())
                    .put("listOrderStatus", list.listOrderStatus().name())
                    .put("listClientOrderId", list.listClientOrderId())
                    .put("symbol", list.symbol());
            members(status, list);
        }
        return json;
    }
}
