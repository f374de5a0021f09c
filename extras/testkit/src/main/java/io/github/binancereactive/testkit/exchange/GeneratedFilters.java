/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.math.BigDecimal;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Filters of made-up symbols.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/filters">Filters</a>
 */
final class GeneratedFilters {

    private GeneratedFilters() {}

    /** What every symbol has, in the order in which the exchange sends it; some have the rarer kinds too. */
    static ArrayNode symbolFilters(int index, String quoteAsset) {
        ArrayNode filters = Json.MAPPER.createArrayNode();
        boolean dear = quoteAsset.equals("BTC");
        priceAndQuantity(filters, index, dear);
        trading(filters, dear ? "0.00010000" : "5.00000000");
        counts(filters);
        if (index % 5 == 2) {
            rare(filters);
        }
        return filters;
    }

    /** Other steps for the two filters that have one, and nothing below them. */
    static void refine(ObjectNode filter, BigDecimal tickSize, BigDecimal stepSize) {
        if (filter.path("filterType").asString().equals("PRICE_FILTER")) {
            String tick = JsonNumbers.decimal(tickSize);
            filter.put("minPrice", tick).put("tickSize", tick);
        } else if (filter.path("filterType").asString().equals("LOT_SIZE")) {
            String step = JsonNumbers.decimal(stepSize);
            filter.put("minQty", step).put("maxQty", "900000000.00000000").put("stepSize", step);
        }
    }

    private static void priceAndQuantity(ArrayNode filters, int index, boolean dear) {
        String tick = index % 2 == 0 && !dear ? "0.01000000" : "0.00000100";
        filter(filters, "PRICE_FILTER")
                .put("minPrice", tick)
                .put("maxPrice", "1000000.00000000")
                .put("tickSize", tick);
        filter(filters, "LOT_SIZE")
                .put("minQty", "0.00001000")
                .put("maxQty", "9000.00000000")
                .put("stepSize", "0.00001000");
        filter(filters, "ICEBERG_PARTS").put("limit", 10 + index % 90);
        filter(filters, "MARKET_LOT_SIZE")
                .put("minQty", "0.00000000")
                .put("maxQty", "116.45" + (100_000 + index % 900_000))
                .put("stepSize", "0.00000000");
    }

    private static void trading(ArrayNode filters, String minNotional) {
        filter(filters, "TRAILING_DELTA")
                .put("minTrailingAboveDelta", 10)
                .put("maxTrailingAboveDelta", 2000)
                .put("minTrailingBelowDelta", 10)
                .put("maxTrailingBelowDelta", 2000);
        filter(filters, "PERCENT_PRICE_BY_SIDE")
                .put("bidMultiplierUp", "5")
                .put("bidMultiplierDown", "0.2")
                .put("askMultiplierUp", "5")
                .put("askMultiplierDown", "0.2")
                .put("avgPriceMins", 5);
        filter(filters, "NOTIONAL")
                .put("minNotional", minNotional)
                .put("applyMinToMarket", true)
                .put("maxNotional", "9000000.00000000")
                .put("applyMaxToMarket", false)
                .put("avgPriceMins", 5);
    }

    private static void counts(ArrayNode filters) {
        filter(filters, "MAX_NUM_ORDERS").put("maxNumOrders", 200);
        filter(filters, "MAX_NUM_ORDER_LISTS").put("maxNumOrderLists", 20);
        filter(filters, "MAX_NUM_ALGO_ORDERS").put("maxNumAlgoOrders", 5);
        filter(filters, "MAX_NUM_ORDER_AMENDS").put("maxNumOrderAmends", 10);
    }

    private static void rare(ArrayNode filters) {
        filter(filters, "PERCENT_PRICE")
                .put("multiplierUp", "1.3000")
                .put("multiplierDown", "0.7000")
                .put("avgPriceMins", 5);
        filter(filters, "MIN_NOTIONAL")
                .put("minNotional", "0.00010000")
                .put("applyToMarket", true)
                .put("avgPriceMins", 5);
        filter(filters, "MAX_NUM_ICEBERG_ORDERS").put("maxNumIcebergOrders", 5);
        filter(filters, "MAX_POSITION").put("maxPosition", "10000.00000000");
    }

    static ArrayNode exchangeFilters() {
        ArrayNode filters = Json.MAPPER.createArrayNode();
        filter(filters, "EXCHANGE_MAX_NUM_ORDERS").put("maxNumOrders", 1000);
        filter(filters, "EXCHANGE_MAX_NUM_ALGO_ORDERS").put("maxNumAlgoOrders", 200);
        filter(filters, "EXCHANGE_MAX_NUM_ICEBERG_ORDERS").put("maxNumIcebergOrders", 10000);
        filter(filters, "EXCHANGE_MAX_NUM_ORDER_LISTS").put("maxNumOrderLists", 20);
        return filters;
    }

    private static ObjectNode filter(ArrayNode filters, String type) {
        return filters.addObject().put("filterType", type);
    }
}
