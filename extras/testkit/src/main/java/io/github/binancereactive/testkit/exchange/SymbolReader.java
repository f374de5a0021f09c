/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.general.SymbolInfo;
import io.github.binancereactive.core.model.general.SymbolStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a symbol of {@code exchangeInfo} for the engine; older ones lack some fields, which are then false or empty. */
final class SymbolReader {

    private static final JsonMapper FILTERS = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Map<String, Class<? extends Filter>> TYPES = Map.ofEntries(
            Map.entry("PRICE_FILTER", Filter.PriceFilter.class),
            Map.entry("PERCENT_PRICE", Filter.PercentPrice.class),
            Map.entry("PERCENT_PRICE_BY_SIDE", Filter.PercentPriceBySide.class),
            Map.entry("LOT_SIZE", Filter.LotSize.class),
            Map.entry("MIN_NOTIONAL", Filter.MinNotional.class),
            Map.entry("NOTIONAL", Filter.Notional.class),
            Map.entry("ICEBERG_PARTS", Filter.IcebergParts.class),
            Map.entry("MARKET_LOT_SIZE", Filter.MarketLotSize.class),
            Map.entry("MAX_NUM_ORDERS", Filter.MaxNumOrders.class),
            Map.entry("MAX_NUM_ALGO_ORDERS", Filter.MaxNumAlgoOrders.class),
            Map.entry("MAX_NUM_ICEBERG_ORDERS", Filter.MaxNumIcebergOrders.class),
            Map.entry("MAX_POSITION", Filter.MaxPosition.class),
            Map.entry("TRAILING_DELTA", Filter.TrailingDelta.class),
            Map.entry("MAX_NUM_ORDER_AMENDS", Filter.MaxNumOrderAmends.class),
            Map.entry("MAX_NUM_ORDER_LISTS", Filter.MaxNumOrderLists.class),
            Map.entry("EXCHANGE_MAX_NUM_ORDERS", Filter.ExchangeMaxNumOrders.class),
            Map.entry("EXCHANGE_MAX_NUM_ALGO_ORDERS", Filter.ExchangeMaxNumAlgoOrders.class),
            Map.entry("EXCHANGE_MAX_NUM_ICEBERG_ORDERS", Filter.ExchangeMaxNumIcebergOrders.class),
            Map.entry("EXCHANGE_MAX_NUM_ORDER_LISTS", Filter.ExchangeMaxNumOrderLists.class));

    private SymbolReader() {}

    static SymbolInfo read(JsonNode json) {
        return new SymbolInfo(
                json.path("symbol").asString(),
                constant(SymbolStatus.class, json.path("status").asString("")),
                json.path("baseAsset").asString(""),
                json.path("baseAssetPrecision").asInt(8),
                json.path("quoteAsset").asString(""),
                json.path("quotePrecision").asInt(8),
                json.path("quoteAssetPrecision").asInt(8),
                json.path("baseCommissionPrecision").asInt(8),
                json.path("quoteCommissionPrecision").asInt(8),
                constants(OrderType.class, json.path("orderTypes")),
                json.path("icebergAllowed").asBoolean(false),
                json.path("ocoAllowed").asBoolean(false),
                json.path("otoAllowed").asBoolean(false),
                json.path("opoAllowed").asBoolean(false),
                json.path("quoteOrderQtyMarketAllowed").asBoolean(false),
                json.path("allowTrailingStop").asBoolean(false),
                json.path("cancelReplaceAllowed").asBoolean(false),
                json.path("amendAllowed").asBoolean(false),
                json.path("pegInstructionsAllowed").asBoolean(false),
                json.path("isSpotTradingAllowed").asBoolean(false),
                json.path("isMarginTradingAllowed").asBoolean(false),
                filters(json.path("filters")),
                texts(json.path("permissions")),
                sets(json.path("permissionSets")),
                constant(
                        SelfTradePreventionMode.class,
                        json.path("defaultSelfTradePreventionMode").asString("NONE")),
                constants(SelfTradePreventionMode.class, json.path("allowedSelfTradePreventionModes")));
    }

    /** The filters that the connector knows; others are nobody's rule here. */
    static List<Filter> filters(JsonNode json) {
        List<Filter> filters = new ArrayList<>();
        for (JsonNode filter : json) {
            Class<? extends Filter> type = TYPES.get(filter.path("filterType").asString(""));
            if (type != null) {
                filters.add(FILTERS.treeToValue(filter, type));
            }
        }
        return filters;
    }

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        json.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    private static List<List<String>> sets(JsonNode json) {
        List<List<String>> sets = new ArrayList<>();
        json.forEach(set -> sets.add(texts(set)));
        return sets;
    }

    private static <E extends Enum<E>> List<E> constants(Class<E> type, JsonNode json) {
        return texts(json).stream().map(name -> constant(type, name)).toList();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return Enum.valueOf(type, "UNKNOWN");
    }
}
