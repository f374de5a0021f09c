/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Exchange information: rules, limits and symbols.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-endpoints">Exchange
 *     information</a>
 */
final class ExchangeInfoMethod implements ExchangeMethod {

    private static final Set<String> SHOWN_BY_DEFAULT = Set.of("SPOT", "MARGIN", "LEVERAGED");

    private final Listing listing;
    private final Supplier<SimulatedLimits> limits;
    private final byte[] afterSymbols;

    ExchangeInfoMethod(Listing listing, Supplier<SimulatedLimits> limits) {
        this.listing = listing;
        this.limits = limits;
        JsonNode sors = listing.sors();
        afterSymbols = bytes(sors == null ? "]}" : "],\"sors\":" + sors + "}");
    }

    @Override
    public List<String> parameters() {
        return List.of("symbol", "symbols", "permissions", "showPermissionSets", "symbolStatus");
    }

    @Override
    public int weight(Parameters parameters) {
        return 20;
    }

    @Override
    public byte[] result(Request request) {
        SymbolSelection selection = new SymbolSelection(request.parameters());
        boolean sets = selection.flag("showPermissionSets", true);
        return write(select(selection), sets, request.unit().of(request.nowMicros()));
    }

    private List<ListedSymbol> select(SymbolSelection selection) {
        String symbol = selection.symbol();
        List<String> symbols = selection.symbols();
        Set<String> permissions = selection.permissions();
        String status = selection.symbolStatus();
        refuseCombinations(symbol, symbols, permissions, status);
        if (symbol != null) {
            return SymbolSelection.find(listing, List.of(symbol));
        }
        if (symbols != null) {
            return SymbolSelection.find(listing, symbols);
        }
        Set<String> wanted = permissions == null ? SHOWN_BY_DEFAULT : permissions;
        return listing.all().stream()
                .filter(listed -> listed.hasAnyOf(wanted))
                .filter(listed -> status == null || listed.status().equals(status))
                .toList();
    }

    private static void refuseCombinations(
            @Nullable Object symbol, @Nullable Object symbols, @Nullable Object permissions, @Nullable Object status) {
        long chosen = Stream.of(symbol != null, symbols != null, permissions != null)
                .filter(sent -> sent)
                .count();
        if (chosen > 1 || (status != null && (symbol != null || symbols != null))) {
            throw ExchangeErrors.badCombination();
        }
    }

    private byte[] write(List<ListedSymbol> symbols, boolean sets, long serverTime) {
        ByteArrayOutputStream body = new ByteArrayOutputStream(1024 + symbols.size() * 2048);
        body.writeBytes(bytes("{\"timezone\":\"UTC\",\"serverTime\":" + serverTime));
        body.writeBytes(bytes(",\"rateLimits\":" + rateLimits(limits.get()) + ",\"exchangeFilters\":"
                + listing.exchangeFilters() + ",\"symbols\":["));
        for (int i = 0; i < symbols.size(); i++) {
            if (i > 0) {
                body.write(',');
            }
            ListedSymbol symbol = symbols.get(i);
            body.writeBytes(sets ? symbol.json() : symbol.jsonWithoutSets());
        }
        body.writeBytes(afterSymbols);
        return body.toByteArray();
    }

    private static ArrayNode rateLimits(SimulatedLimits limits) {
        ArrayNode all = Json.MAPPER.createArrayNode();
        rateLimit(all, "REQUEST_WEIGHT", "MINUTE", 1, limits.requestWeight());
        rateLimit(all, "ORDERS", "SECOND", 10, limits.ordersInTenSeconds());
        rateLimit(all, "ORDERS", "DAY", 1, limits.ordersInADay());
        rateLimit(all, "RAW_REQUESTS", "MINUTE", 5, limits.rawRequests());
        rateLimit(all, "CONNECTIONS", "MINUTE", 5, limits.connections());
        return all;
    }

    private static void rateLimit(ArrayNode all, String type, String interval, int intervalNum, long limit) {
        all.addObject()
                .put("rateLimitType", type)
                .put("interval", interval)
                .put("intervalNum", intervalNum)
                .put("limit", limit);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
