/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.trade.OrderListAnswer;

/**
 * An order, and a pair of orders that is placed as soon as the first is filled, of which one cancels the other.
 *
 * @see <a
 *     href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#new-order-list---otoco-trade">OTOCO</a>
 */
public final class OtocoOrder extends NewOrderList<OtocoOrder> {

    private OtocoOrder(Call<OrderListAnswer> call) {
        super(call);
    }

    /**
     * A working order and a pending pair.
     *
     * @param working the first order: LIMIT or LIMIT_MAKER, with a price
     * @param pending the pair, on the same symbol
     * @return the list
     */
    public static OtocoOrder of(NewOrder working, OcoOrder pending) {
        sameSymbol(working, pending.symbol());
        return new OtocoOrder(call(TradingEndpoints.NEW_OTOCO, working(working), pending.pending()));
    }

    @Override
    OtocoOrder copy(Call<OrderListAnswer> with) {
        return new OtocoOrder(with);
    }
}
