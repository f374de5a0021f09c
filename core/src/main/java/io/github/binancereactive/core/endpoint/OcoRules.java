/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import static io.github.binancereactive.core.endpoint.OrderTypeRules.name;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which two orders can be a pair of which one cancels the other: one of them limits a loss, and lies below the market when it
 * sells and above when it buys; the other takes a profit, on the other side of the market.
 *
 * @param side the parameter that holds the side of both
 * @param above prefix of the upper order's parameters
 * @param below prefix of the lower order's parameters
 * @see <a
 *     href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#new-order-list---oco-trade">OCO</a>
 */
record OcoRules(String side, String above, String below) {

    private static final Set<String> LOSS = Set.of("STOP_LOSS", "STOP_LOSS_LIMIT");

    /** What can't be said, whatever else will be said: {@link EndpointBuilder#where}. */
    void refuse(Map<String, Object> parameters) {
        Object sent = parameters.get(side);
        if (sent != null) {
            boolean sells = sent.equals("SELL");
            refuseType(parameters, sent, above, !sells);
            refuseType(parameters, sent, below, sells);
        } else {
            refusePair(parameters);
        }
    }

    private void refuseType(Map<String, Object> parameters, Object sent, String prefix, boolean loss) {
        Object type = parameters.get(name(prefix, "type"));
        if (type != null && LOSS.contains(type) != loss) {
            throw new IllegalArgumentException("'" + name(prefix, "type") + "' must be "
                    + (loss ? "STOP_LOSS or STOP_LOSS_LIMIT" : "LIMIT_MAKER, TAKE_PROFIT or TAKE_PROFIT_LIMIT")
                    + " with '" + side + "' " + sent);
        }
    }

    private void refusePair(Map<String, Object> parameters) {
        Object upper = parameters.get(name(above, "type"));
        Object lower = parameters.get(name(below, "type"));
        if (upper != null && lower != null && LOSS.contains(upper) == LOSS.contains(lower)) {
            throw new IllegalArgumentException("one of '" + name(above, "type") + "' and '" + name(below, "type")
                    + "' must be STOP_LOSS or STOP_LOSS_LIMIT, and the other not");
        }
    }

    /**
     * How its prices have to lie: {@link EndpointBuilder#whenComplete}. Only then is it known that an order isn't pegged, and that
     * these are its prices.
     */
    void demand(Map<String, Object> parameters) {
        boolean sells = "SELL".equals(parameters.get(side));
        String profit = sells ? above : below;
        String loss = sells ? below : above;
        String bound = profitPrice(parameters, profit);
        String stop = name(loss, "stopPrice");
        BigDecimal profitPrice = decimal(parameters, bound);
        BigDecimal stopPrice = decimal(parameters, stop);
        if (profitPrice == null || stopPrice == null) {
            return;
        }
        if (sells ? profitPrice.compareTo(stopPrice) <= 0 : profitPrice.compareTo(stopPrice) >= 0) {
            throw new IllegalArgumentException(
                    "'" + bound + "' must be " + (sells ? "more" : "less") + " than '" + stop + "'");
        }
    }

    /** The market lies between this price and the other order's stop price. A pegged order has none that counts. */
    private static String profitPrice(Map<String, Object> parameters, String prefix) {
        Object type = parameters.get(name(prefix, "type"));
        boolean pegged = parameters.containsKey(name(prefix, "pegPriceType"));
        return "TAKE_PROFIT".equals(type) || pegged ? name(prefix, "stopPrice") : name(prefix, "price");
    }

    private static @Nullable BigDecimal decimal(Map<String, Object> parameters, String name) {
        return parameters.get(name) instanceof BigDecimal decimal ? decimal : null;
    }
}
