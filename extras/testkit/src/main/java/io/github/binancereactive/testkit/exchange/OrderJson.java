/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.core.model.trade.ExpiryReason;
import io.github.binancereactive.core.model.trade.OrderResponseType;
import io.github.binancereactive.testkit.matching.AmendedOrder;
import io.github.binancereactive.testkit.matching.CanceledOrder;
import io.github.binancereactive.testkit.matching.Fill;
import io.github.binancereactive.testkit.matching.OrderSnapshot;
import io.github.binancereactive.testkit.matching.PlacedOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Orders as answers show them. What has no meaning for an order is left out, as documented.
 *
 * @param unit the unit of times
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints">Conditional fields
 *     in order responses</a>
 */
record OrderJson(TimestampUnit unit) {

    private static final long NOT_YET = -1;

    /** A placed order as ACK, RESULT or FULL. */
    ObjectNode placed(PlacedOrder placed, OrderResponseType type) {
        ObjectNode json = acknowledged(placed);
        if (type != OrderResponseType.ACK) {
            result(json, placed.order());
        }
        if (type == OrderResponseType.FULL) {
            fills(json, placed.fills());
        }
        return json;
    }

    private ObjectNode acknowledged(PlacedOrder placed) {
        OrderSnapshot order = placed.order();
        return Json.object()
                .put("symbol", order.symbol())
                .put("orderId", order.orderId())
                .put("orderListId", order.orderListId())
                .put("clientOrderId", order.clientOrderId())
                .put("transactTime", unit.of(placed.transactTime()));
    }

    private void result(ObjectNode json, OrderSnapshot order) {
        state(json, order);
        stop(json, order);
        json.put("workingTime", time(order.workingTime()));
        iceberg(json, order);
        rest(json, order);
    }

    private static void fills(ObjectNode json, List<Fill> fills) {
        ArrayNode array = json.putArray("fills");
        for (Fill fill : fills) {
            array.addObject()
                    .put("price", JsonNumbers.decimal(fill.price()))
                    .put("qty", JsonNumbers.decimal(fill.qty()))
                    .put("commission", JsonNumbers.decimal(fill.commission()))
                    .put("commissionAsset", fill.commissionAsset())
                    .put("tradeId", fill.tradeId());
        }
    }

    /** A canceled order. */
    ObjectNode canceled(CanceledOrder canceled) {
        OrderSnapshot order = canceled.order();
        ObjectNode json = Json.object()
                .put("symbol", order.symbol())
                .put("origClientOrderId", order.clientOrderId())
                .put("orderId", order.orderId())
                .put("orderListId", order.orderListId())
                .put("clientOrderId", canceled.clientOrderId())
                .put("transactTime", unit.of(canceled.transactTime()));
        state(json, order);
        stop(json, order);
        iceberg(json, order);
        rest(json, order);
        return json;
    }

    /** An order as queries show it. */
    ObjectNode queried(OrderSnapshot order) {
        ObjectNode json = Json.object()
                .put("symbol", order.symbol())
                .put("orderId", order.orderId())
                .put("orderListId", order.orderListId())
                .put("clientOrderId", order.clientOrderId())
                .put("price", JsonNumbers.decimal(order.price()));
        peg(json, order);
        if (order.origQty() != null) {
            json.put("origQty", JsonNumbers.decimal(order.origQty()));
        }
        json.put("executedQty", JsonNumbers.decimal(order.executedQty()))
                .put("cummulativeQuoteQty", JsonNumbers.decimal(order.cummulativeQuoteQty()));
        kind(json, order);
        json.put("stopPrice", JsonNumbers.decimal(order.stopPrice()));
        trailing(json, order);
        json.put("icebergQty", JsonNumbers.decimal(order.icebergQty()));
        times(json, order);
        rest(json, order);
        return json;
    }

    private void times(ObjectNode json, OrderSnapshot order) {
        json.put("time", unit.of(order.time()))
                .put("updateTime", unit.of(order.updateTime()))
                .put("isWorking", order.isWorking())
                .put("workingTime", time(order.workingTime()))
                .put("origQuoteOrderQty", JsonNumbers.decimal(order.origQuoteOrderQty()));
    }

    /** An amended order. */
    ObjectNode amended(AmendedOrder amended) {
        OrderSnapshot order = amended.order();
        ObjectNode json = Json.object()
                .put("symbol", order.symbol())
                .put("orderId", order.orderId())
                .put("orderListId", order.orderListId())
                .put("origClientOrderId", amended.amendment().origClientOrderId())
                .put("clientOrderId", amended.amendment().newClientOrderId())
                .put("price", JsonNumbers.decimal(order.price()));
        peg(json, order);
        json.put("qty", JsonNumbers.decimal(order.origQty()))
                .put("executedQty", JsonNumbers.decimal(order.executedQty()))
                .put("preventedQty", JsonNumbers.decimal(order.preventedQuantity()))
                .put("quoteOrderQty", JsonNumbers.decimal(order.origQuoteOrderQty()))
                .put("cumulativeQuoteQty", JsonNumbers.decimal(order.cummulativeQuoteQty()));
        kind(json, order);
        stop(json, order);
        iceberg(json, order);
        if (order.workingTime() != NOT_YET) {
            json.put("workingTime", time(order.workingTime()));
        }
        rest(json, order);
        return json;
    }

    private static void state(ObjectNode json, OrderSnapshot order) {
        json.put("price", JsonNumbers.decimal(order.price()));
        peg(json, order);
        if (order.origQty() != null) {
            json.put("origQty", JsonNumbers.decimal(order.origQty()));
        }
        json.put("executedQty", JsonNumbers.decimal(order.executedQty()))
                .put("origQuoteOrderQty", JsonNumbers.decimal(order.origQuoteOrderQty()))
                .put("cummulativeQuoteQty", JsonNumbers.decimal(order.cummulativeQuoteQty()));
        kind(json, order);
    }

    private static void kind(ObjectNode json, OrderSnapshot order) {
        json.put("status", order.status().name())
                .put("timeInForce", order.timeInForce().name())
                .put("type", order.type().name())
                .put("side", order.side().name());
    }

    private static void peg(ObjectNode json, OrderSnapshot order) {
        name(json, "pegPriceType", order.pegPriceType());
        name(json, "pegOffsetType", order.pegOffsetType());
        if (order.pegOffsetValue() != null) {
            json.put("pegOffsetValue", order.pegOffsetValue());
        }
        if (order.peggedPrice() != null) {
            json.put("peggedPrice", JsonNumbers.decimal(order.peggedPrice()));
        }
    }

    private void stop(ObjectNode json, OrderSnapshot order) {
        if (order.stopPrice() != null) {
            json.put("stopPrice", JsonNumbers.decimal(order.stopPrice()));
        }
        trailing(json, order);
    }

    private void trailing(ObjectNode json, OrderSnapshot order) {
        if (order.trailingDelta() != null) {
            json.put("trailingDelta", order.trailingDelta());
        }
        if (order.trailingTime() != null) {
            json.put("trailingTime", time(order.trailingTime()));
        }
    }

    private static void iceberg(ObjectNode json, OrderSnapshot order) {
        if (order.icebergQty() != null) {
            json.put("icebergQty", JsonNumbers.decimal(order.icebergQty()));
        }
    }

    private static void rest(ObjectNode json, OrderSnapshot order) {
        if (order.strategyId() != null) {
            json.put("strategyId", order.strategyId());
        }
        if (order.strategyType() != null) {
            json.put("strategyType", order.strategyType());
        }
        json.put("selfTradePreventionMode", order.selfTradePreventionMode().name());
        if (order.preventedMatchId() != null) {
            json.put("preventedMatchId", order.preventedMatchId());
        }
        if (order.preventedQuantity() != null) {
            json.put("preventedQuantity", JsonNumbers.decimal(order.preventedQuantity()));
        }
        if (order.expiryReason() != ExpiryReason.NONE) {
            json.put("expiryReason", order.expiryReason().name());
        }
    }

    private static void name(ObjectNode json, String field, @Nullable Enum<?> value) {
        if (value != null) {
            json.put(field, value.name());
        }
    }

    private long time(long micros) {
        return micros == NOT_YET ? NOT_YET : unit.of(micros);
    }
}
