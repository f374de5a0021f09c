/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.TradingEndpoints;
import io.github.binancereactive.core.model.trade.OrderListAnswer;
import io.github.binancereactive.core.model.trade.Side;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Two orders of one side and quantity, one above and one below the market, of which one cancels the other. One limits a loss and is
 * STOP_LOSS or STOP_LOSS_LIMIT: the lower one when they sell, the upper one when they buy. The other is LIMIT_MAKER, TAKE_PROFIT or
 * TAKE_PROFIT_LIMIT.
 *
 * @see <a
 *     href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#new-order-list---oco-trade">OCO</a>
 */
public final class OcoOrder extends NewOrderList<OcoOrder> {

    private static final List<String> PENDING = List.of("side", "quantity", "above", "below");

    private OcoOrder(Call<OrderListAnswer> call) {
        super(call);
    }

    /**
     * A pair of orders.
     *
     * @param symbol such as {@code BTCUSDT}
     * @param side buy or sell, for both
     * @param quantity quantity in the base asset, for both
     * @param above the order above the market
     * @param below the order below the market
     * @return the list
     */
    public static OcoOrder of(String symbol, Side side, BigDecimal quantity, OrderLeg above, OrderLeg below) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("symbol", Objects.requireNonNull(symbol, "symbol"));
        both.put("side", Objects.requireNonNull(side, "side"));
        both.put("quantity", Objects.requireNonNull(quantity, "quantity"));
        return new OcoOrder(call(TradingEndpoints.NEW_OCO, both, prefixed("above", above), prefixed("below", below)));
    }

    @Override
    OcoOrder copy(Call<OrderListAnswer> with) {
        return new OcoOrder(with);
    }

    /** What the pair says as the pending orders of a list. */
    Map<String, Object> pending() {
        Map<String, Object> pending = new LinkedHashMap<>();
        call.parameters().forEach((name, value) -> {
            if (PENDING.stream().anyMatch(name::startsWith)) {
                pending.put("pending" + Character.toUpperCase(name.charAt(0)) + name.substring(1), value);
            } else if (!name.equals("symbol")) {
                throw new IllegalArgumentException(
                        "'" + name + "' is said once for the whole list, not for its pending orders");
            }
        });
        return pending;
    }

    /**
     * Its symbol.
     *
     * @return such as {@code BTCUSDT}
     */
    public String symbol() {
        return (String) Objects.requireNonNull(call.parameters().get("symbol"));
    }
}
