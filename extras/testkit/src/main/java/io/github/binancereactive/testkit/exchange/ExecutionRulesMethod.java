/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Query execution rules: every symbol has one made-up price range.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-endpoints">Query execution
 *     rules</a>
 */
final class ExecutionRulesMethod implements ExchangeMethod {

    private static final int WEIGHT_PER_SYMBOL = 2;
    private static final int MOST_WEIGHT = 40;

    private final Listing listing;

    ExecutionRulesMethod(Listing listing) {
        this.listing = listing;
    }

    @Override
    public List<String> parameters() {
        return List.of("symbol", "symbols", "symbolStatus");
    }

    @Override
    public int weight(Parameters parameters) {
        if (parameters.text("symbol") != null) {
            return WEIGHT_PER_SYMBOL;
        }
        List<String> symbols = parameters.list("symbols");
        return symbols == null ? MOST_WEIGHT : Math.min(MOST_WEIGHT, WEIGHT_PER_SYMBOL * symbols.size());
    }

    @Override
    public byte[] result(Request request) {
        ObjectNode result = Json.MAPPER.createObjectNode();
        ArrayNode rules = result.putArray("symbolRules");
        select(new SymbolSelection(request.parameters())).forEach(symbol -> addRule(rules, symbol));
        return result.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<ListedSymbol> select(SymbolSelection selection) {
        String symbol = selection.symbol();
        List<String> symbols = selection.symbols();
        String status = selection.symbolStatus();
        if (Stream.of(symbol != null, symbols != null, status != null)
                        .filter(sent -> sent)
                        .count()
                > 1) {
            throw ExchangeErrors.badCombination();
        }
        if (symbol != null) {
            return SymbolSelection.find(listing, List.of(symbol));
        }
        if (symbols != null) {
            return SymbolSelection.find(listing, symbols);
        }
        return listing.all().stream()
                .filter(listed -> status == null || listed.status().equals(status))
                .toList();
    }

    private static void addRule(ArrayNode rules, ListedSymbol symbol) {
        rules.addObject()
                .put("symbol", symbol.name())
                .putArray("rules")
                .addObject()
                .put("ruleType", "PRICE_RANGE")
                .put("bidLimitMultUp", "1.0001")
                .put("bidLimitMultDown", "0.9999")
                .put("askLimitMultUp", "1.0001")
                .put("askLimitMultDown", "0.9999");
    }
}
