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
 * An order that buys, and a pair of orders that sells what was bought as soon as the first is filled, of which one cancels the other.
 *
 * @see <a
 *     href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#new-order-list---opoco-trade">OPOCO</a>
 */
public final class OpocoOrder extends NewOrderList<OpocoOrder> {

    private OpocoOrder(Call<OrderListAnswer> call) {
        super(call);
    }

    /**
     * A working order that buys and a pending pair that sells what it bought.
     *
     * @param working the first order: LIMIT or LIMIT_MAKER, with a price, on the side BUY
     * @param above the pending order above the market: LIMIT_MAKER, TAKE_PROFIT or TAKE_PROFIT_LIMIT
     * @param below the pending order below the market: STOP_LOSS or STOP_LOSS_LIMIT
     * @return the list
     */
    public static OpocoOrder of(NewOrder working, OrderLeg above, OrderLeg below) {
        return new OpocoOrder(call(
                TradingEndpoints.NEW_OPOCO,
                working(working),
                Map.of("pendingSide", "SELL"),
                prefixed("pendingAbove", above),
                prefixed("pendingBelow", below)));
    }

    @Override
    OpocoOrder copy(Call<OrderListAnswer> with) {
        return new OpocoOrder(with);
    }
}
