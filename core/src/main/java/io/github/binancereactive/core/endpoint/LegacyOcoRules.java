/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.endpoint;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What the deprecated OCO can't say: its orders are a LIMIT_MAKER and a STOP_LOSS, or a STOP_LOSS_LIMIT when there is a limit price
 * for it.
 */
final class LegacyOcoRules {

    private LegacyOcoRules() {}

    static void refuse(Map<String, Object> parameters) {
        Object timeInForce = parameters.get("stopLimitTimeInForce");
        if (parameters.containsKey("stopIcebergQty") && timeInForce != null && !timeInForce.equals("GTC")) {
            throw new IllegalArgumentException("'stopLimitTimeInForce' must be GTC with 'stopIcebergQty'");
        }
        if (parameters.get("price") instanceof BigDecimal price
                && parameters.get("stopPrice") instanceof BigDecimal stopPrice
                && parameters.get("side") instanceof String side) {
            refusePrices(side.equals("SELL"), price.compareTo(stopPrice));
        }
    }

    private static void refusePrices(boolean sells, int order) {
        if (sells ? order <= 0 : order >= 0) {
            throw new IllegalArgumentException("'price' must be " + (sells ? "more" : "less")
                    + " than 'stopPrice' with 'side' " + (sells ? "SELL" : "BUY"));
        }
    }
}
