/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.core.model.general.SymbolInfo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the exchange lists: its symbols, exchange filters and order routing. Immutable.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-endpoints">Exchange
 *     information</a>
 */
public final class Listing {

    private final Map<String, ListedSymbol> symbols;
    private final JsonNode exchangeFilters;
    private final @Nullable JsonNode sors;
    private final List<SymbolInfo> infos = new ArrayList<>();
    private final Set<String> quiet = new HashSet<>();

    private Listing(JsonNode symbols, JsonNode exchangeFilters, @Nullable JsonNode sors) {
        Map<String, ListedSymbol> byName = new LinkedHashMap<>();
        this.symbols = byName;
        this.exchangeFilters = exchangeFilters;
        this.sors = sors;
        symbols.forEach(this::add);
    }

    private Listing(Listing other) {
        symbols = new LinkedHashMap<>(other.symbols);
        exchangeFilters = other.exchangeFilters;
        sors = other.sors;
        infos.addAll(other.infos);
        quiet.addAll(other.quiet);
    }

    private void add(JsonNode symbol) {
        ListedSymbol listed = ListedSymbol.of((ObjectNode) symbol);
        symbols.put(listed.name(), listed);
        infos.add(SymbolReader.read(symbol));
    }

    /**
     * A made-up listing, the same every time, in the present documented shape and with every filter type in use.
     *
     * @param count how many symbols
     * @return a listing that begins with BTCUSDT, ETHUSDT, BNBBTC and one whose name is not ASCII
     */
    public static Listing generated(int count) {
        ArrayNode symbols = Json.MAPPER.createArrayNode();
        for (int i = 0; i < count; i++) {
            symbols.add(GeneratedSymbols.symbol(i));
        }
        return new Listing(symbols, GeneratedFilters.exchangeFilters(), GeneratedSymbols.sors(count));
    }

    /**
     * The listing of a recorded {@code exchangeInfo} answer.
     *
     * @param exchangeInfo the body of the answer
     * @return its symbols, exchange filters and order routing; its rate limits and time are not kept
     */
    public static Listing parse(String exchangeInfo) {
        JsonNode root = Json.MAPPER.readTree(exchangeInfo);
        JsonNode filters = root.path("exchangeFilters");
        return new Listing(
                root.path("symbols"), filters.isArray() ? filters : Json.MAPPER.createArrayNode(), root.get("sors"));
    }

    /**
     * This listing with a symbol whose market comes from elsewhere: no market maker of the exchange touches it. One that is
     * not listed yet gets made-up rules.
     *
     * @param symbol the symbol
     * @param tickSize the step of its price, for one that is not listed yet
     * @param stepSize the step of its quantity, for one that is not listed yet
     * @return a copy
     */
    public Listing withQuiet(String symbol, BigDecimal tickSize, BigDecimal stepSize) {
        Listing copy = new Listing(this);
        copy.quiet.add(symbol);
        if (!symbols.containsKey(symbol)) {
            copy.add(GeneratedSymbols.of(symbol, tickSize, stepSize));
        }
        return copy;
    }

    boolean isQuiet(String symbol) {
        return quiet.contains(symbol);
    }

    @Nullable ListedSymbol symbol(String name) {
        return symbols.get(name);
    }

    List<ListedSymbol> all() {
        return new ArrayList<>(symbols.values());
    }

    /** The symbols as the engine knows them. */
    List<SymbolInfo> infos() {
        return infos;
    }

    JsonNode exchangeFilters() {
        return exchangeFilters;
    }

    /** Whether orders on a symbol may be placed by smart order routing. */
    boolean isRouted(String symbol) {
        return sors != null
                && sors.valueStream()
                        .flatMap(sor -> sor.path("symbols").valueStream())
                        .anyMatch(routed -> routed.asString().equals(symbol));
    }

    @Nullable JsonNode sors() {
        return sors;
    }
}
