/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.general;

import java.util.List;

/**
 * The rules that the exchange enforces while orders execute.
 *
 * @param symbolRules the rules of each symbol asked for
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/price_range_execution_rules">Price range
 *     execution rule</a>
 */
public record ExecutionRules(List<SymbolRules> symbolRules) {

    /** Copies the list. */
    public ExecutionRules {
        symbolRules = List.copyOf(symbolRules);
    }

    /**
     * The rules of one symbol.
     *
     * @param symbol name of the symbol
     * @param rules its rules
     */
    public record SymbolRules(String symbol, List<ExecutionRule> rules) {

        /** Copies the list. */
        public SymbolRules {
            rules = List.copyOf(rules);
        }
    }
}
