/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.trade.OrderListAnswer;
import java.util.Map;

/**
 * An order that buys, and a second one that sells what was bought as soon as the first is filled.
 *
 * @see <a
 *     href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#new-order-list---opo-trade">OPO</a>
 */
public final class OpoOrder extends NewOrderList<OpoOrder> {

    private OpoOrder(Call<OrderListAnswer> call) {
        super(call);
    }

    /**
     * A working order that buys and a pending one that sells what it bought.
     *
     * @param working the first order: LIMIT or LIMIT_MAKER, with a price, on the side BUY
     * @param pending the second order, whose side is SELL and whose quantity is what was bought
     * @return the list
     */
    public static OpoOrder of(NewOrder working, OrderLeg pending) {
        return new OpoOrder(call(
                TradingEndpoints.NEW_OPO,
                working(working),
                Map.of("pendingSide", "SELL"),
                prefixed("pending", pending)));
    }

    @Override
    OpoOrder copy(Call<OrderListAnswer> with) {
        return new OpoOrder(with);
    }
}
