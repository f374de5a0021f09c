/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Made-up symbols: the same for the same index, whatever else is listed. */
final class GeneratedSymbols {

    /** Base, quote, status and permissions of the first few; among them what a careless client trips over. */
    private static final List<Named> NAMED = List.of(
            new Named("BTC", "USDT", "TRADING", true),
            new Named("ETH", "USDT", "TRADING", true),
            new Named("BNB", "BTC", "TRADING", true),
            new Named("\uff11\uff12\uff13", "\uff14\uff15\uff16", "TRADING", true),
            new Named("BTC", "USDC", "TRADING", true),
            new Named("OLD", "USDT", "BREAK", true),
            new Named("NEW", "USDT", "HALT", true),
            new Named("GRP", "USDT", "TRADING", false));

    private static final String[] QUOTES = {"USDT", "BTC", "USDC", "FDUSD", "TRY", "EUR"};

    private static final List<String> KNOWN_QUOTES = List.of(
            "FDUSD", "USDT", "USDC", "BUSD", "TUSD", "BIDR", "BTC", "ETH", "BNB", "TRY", "EUR", "RUB", "GBP", "AUD",
            "BRL", "UAH", "JPY", "NGN", "ZAR", "PLN", "RON", "ARS", "MXN", "DAI", "PAX", "TRX", "XRP");

    private static final int LAST_GROUP = 25;
    private static final String[] GROUPS = groups();

    private GeneratedSymbols() {}

    private static String[] groups() {
        String[] groups = new String[LAST_GROUP + 1];
        Arrays.setAll(groups, group -> String.format(Locale.ROOT, "TRD_GRP_%03d", group));
        return groups;
    }

    private record Named(String base, String quote, String status, boolean spot) {

        String symbol() {
            return base + quote;
        }
    }

    static int named() {
        return NAMED.size();
    }

    static ObjectNode symbol(int index) {
        return symbol(index < NAMED.size() ? NAMED.get(index) : numbered(index), index);
    }

    /** A symbol that exists elsewhere, with steps as it has them there and everything else made up. */
    static ObjectNode of(String name, BigDecimal tickSize, BigDecimal stepSize) {
        String quote = KNOWN_QUOTES.stream()
                .filter(known -> name.endsWith(known) && name.length() > known.length())
                .findFirst()
                .orElse(name.substring(name.length() / 2));
        String base = name.substring(0, name.length() - quote.length());
        ObjectNode symbol = symbol(new Named(base, quote, "TRADING", true), 0);
        for (JsonNode filter : symbol.path("filters")) {
            GeneratedFilters.refine((ObjectNode) filter, tickSize, stepSize);
        }
        return symbol;
    }

    private static ObjectNode symbol(Named named, int index) {
        ObjectNode symbol = Json.MAPPER.createObjectNode();
        symbol.put("symbol", named.symbol()).put("status", named.status());
        assets(symbol, named);
        orders(symbol, index);
        symbol.put("isSpotTradingAllowed", named.spot()).put("isMarginTradingAllowed", named.spot());
        symbol.set("filters", GeneratedFilters.symbolFilters(index, named.quote()));
        permissions(symbol, named, index);
        symbol.put("defaultSelfTradePreventionMode", "EXPIRE_MAKER");
        addAll(
                symbol.putArray("allowedSelfTradePreventionModes"),
                "EXPIRE_TAKER",
                "EXPIRE_MAKER",
                "EXPIRE_BOTH",
                "DECREMENT");
        return symbol;
    }

    private static Named numbered(int index) {
        String base = String.format(Locale.ROOT, "T%04d", index);
        return new Named(base, QUOTES[index % QUOTES.length], index % 40 == 0 ? "BREAK" : "TRADING", true);
    }

    private static void assets(ObjectNode symbol, Named named) {
        symbol.put("baseAsset", named.base())
                .put("baseAssetPrecision", 8)
                .put("quoteAsset", named.quote())
                .put("quotePrecision", 8)
                .put("quoteAssetPrecision", 8)
                .put("baseCommissionPrecision", 8)
                .put("quoteCommissionPrecision", 8);
    }

    private static void orders(ObjectNode symbol, int index) {
        addAll(
                symbol.putArray("orderTypes"),
                "LIMIT",
                "LIMIT_MAKER",
                "MARKET",
                "STOP_LOSS",
                "STOP_LOSS_LIMIT",
                "TAKE_PROFIT",
                "TAKE_PROFIT_LIMIT");
        symbol.put("icebergAllowed", true)
                .put("ocoAllowed", true)
                .put("otoAllowed", true)
                .put("opoAllowed", index % 3 != 0)
                .put("quoteOrderQtyMarketAllowed", true)
                .put("allowTrailingStop", true)
                .put("cancelReplaceAllowed", true)
                .put("amendAllowed", index % 2 == 0)
                .put("pegInstructionsAllowed", true);
    }

    private static void permissions(ObjectNode symbol, Named named, int index) {
        symbol.putArray("permissions");
        ArrayNode set = symbol.putArray("permissionSets").addArray();
        if (named.spot()) {
            addAll(set, "SPOT", "MARGIN");
        }
        for (int group = 4; group <= LAST_GROUP; group++) {
            if (!named.spot() || (group + index) % 3 != 0) {
                set.add(GROUPS[group]);
            }
        }
    }

    /** Smart order routing is there only when both of its symbols are. */
    static @Nullable ArrayNode sors(int count) {
        if (count < 5) {
            return null;
        }
        ArrayNode sors = Json.MAPPER.createArrayNode();
        ObjectNode sor = sors.addObject().put("baseAsset", "BTC");
        addAll(sor.putArray("symbols"), "BTCUSDT", "BTCUSDC");
        return sors;
    }

    private static void addAll(ArrayNode array, String... values) {
        for (String value : values) {
            array.add(value);
        }
    }
}
