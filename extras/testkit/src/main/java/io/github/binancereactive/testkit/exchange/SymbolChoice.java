/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * The symbols that a ticker is asked for: one, which is answered by one object, or several or all, which are answered by
 * a list.
 *
 * @param symbols the symbols
 * @param single whether one was asked for by name
 */
record SymbolChoice(List<ListedSymbol> symbols, boolean single) {

    private static final int MOST = 100;

    /** What {@code symbol} and {@code symbols} say; without either, all that are listed. */
    static SymbolChoice any(Listing listing, Arguments arguments) {
        SymbolSelection selection = new SymbolSelection(arguments.sent());
        String symbol = selection.symbol();
        List<String> symbols = selection.symbols();
        if (symbol != null && symbols != null) {
            throw ExchangeErrors.badCombination();
        }
        String status = selection.symbolStatus();
        if (symbol != null) {
            ListedSymbol listed = SymbolSelection.find(listing, List.of(symbol)).get(0);
            refuseOtherStatus(listed, status);
            return new SymbolChoice(List.of(listed), true);
        }
        List<ListedSymbol> chosen = symbols == null ? listing.all() : SymbolSelection.find(listing, symbols);
        return new SymbolChoice(
                chosen.stream()
                        .filter(listed -> status == null || listed.status().equals(status))
                        .toList(),
                false);
    }

    /** As {@link #any}, but some have to be named, and no more than a hundred. */
    static SymbolChoice named(Listing listing, Arguments arguments) {
        if (!arguments.has("symbol") && !arguments.has("symbols")) {
            throw ExchangeErrors.oneOfMissing("symbol", "symbols");
        }
        List<String> symbols = arguments.sent().list("symbols");
        if (symbols != null && symbols.size() > MOST) {
            throw ExchangeErrors.invalidData("symbols");
        }
        return any(listing, arguments);
    }

    static void refuseOtherStatus(ListedSymbol symbol, @Nullable String status) {
        if (status != null && !symbol.status().equals(status)) {
            throw ExchangeErrors.otherSymbolStatus();
        }
    }

    JsonNode answer(Function<String, JsonNode> each) {
        if (single) {
            return each.apply(symbols.get(0).name());
        }
        ArrayNode all = Json.array();
        symbols.forEach(symbol -> all.add(each.apply(symbol.name())));
        return all;
    }
}
