/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.core.model.trade.CancelReplaceResult;
import io.github.binancereactive.core.model.trade.OrderResponseType;
import io.github.binancereactive.testkit.matching.Refusal;
import io.github.binancereactive.testkit.matching.ReplacedOrder;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The four outcomes of a cancel-replace: both halves went well, one did, none did, or the second wasn't tried.
 *
 * @param unit the unit of times
 * @param type how the new order is shown
 * @param tooMany whether failures are those of somebody with too many unfilled orders
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints">Cancel an existing
 *     order and send a new order</a>
 */
record ReplaceJson(TimestampUnit unit, OrderResponseType type, boolean tooMany) {

    private static final int FAILED = 400;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;

    /** The result when both went well; the exchange's error with both halves otherwise. */
    ObjectNode answer(ReplacedOrder replaced) {
        ObjectNode halves = halves(replaced);
        boolean canceled = replaced.cancelResult() == CancelReplaceResult.SUCCESS;
        boolean placed = replaced.newOrderResult() == CancelReplaceResult.SUCCESS;
        if (canceled && placed) {
            return halves;
        }
        throw canceled || placed
                ? ExchangeErrors.replaceFailedInPart(tooMany ? TOO_MANY_REQUESTS : CONFLICT, halves.toString())
                : ExchangeErrors.replaceFailed(tooMany ? TOO_MANY_REQUESTS : FAILED, halves.toString());
    }

    private ObjectNode halves(ReplacedOrder replaced) {
        ObjectNode json = Json.object()
                .put("cancelResult", replaced.cancelResult().name())
                .put("newOrderResult", replaced.newOrderResult().name());
        json.set(
                "cancelResponse",
                replaced.canceled() == null
                        ? refusal(replaced.cancelRefusal())
                        : new ListJson(unit).canceled(replaced.canceled()));
        json.set(
                "newOrderResponse",
                replaced.placed() == null
                        ? refusal(replaced.orderRefusal())
                        : new OrderJson(unit).placed(replaced.placed(), type));
        return json;
    }

    private static JsonNode refusal(@Nullable Refusal refusal) {
        return refusal == null
                ? Json.MAPPER.nullNode()
                : Json.object().put("code", refusal.code()).put("msg", refusal.message());
    }
}
