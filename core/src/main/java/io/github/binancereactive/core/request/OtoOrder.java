/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.trade.OrderListAnswer;

/**
 * An order, and a second one that is placed as soon as the first is filled.
 *
 * @see <a
 *     href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#new-order-list---oto-trade">OTO</a>
 */
public final class OtoOrder extends NewOrderList<OtoOrder> {

    private OtoOrder(Call<OrderListAnswer> call) {
        super(call);
    }

    /**
     * A working order and a pending one.
     *
     * @param working the first order: LIMIT or LIMIT_MAKER, with a price
     * @param pending the second order, on the same symbol: any but a MARKET order over an amount of the quote asset
     * @return the list
     */
    public static OtoOrder of(NewOrder working, NewOrder pending) {
        sameSymbol(working, pending.symbol());
        return new OtoOrder(call(TradingEndpoints.NEW_OTO, working(working), prefixed("pending", pending)));
    }

    @Override
    OtoOrder copy(Call<OrderListAnswer> with) {
        return new OtoOrder(with);
    }
}
