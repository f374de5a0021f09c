/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

import io.github.binancereactive.core.model.general.SymbolInfo;
import io.github.binancereactive.core.model.general.SymbolStatus;

/** What a symbol allows beside its filters. */
final class SymbolTerms {

    private SymbolTerms() {}

    static void check(SymbolInfo symbol, OrderFacts order, Findings findings) {
        if (symbol.status() != SymbolStatus.TRADING) {
            findings.broken("status", "symbol", "is in " + symbol.status() + " and takes no orders");
        }
        if (!symbol.orderTypes().contains(order.type())) {
            findings.broken("orderTypes", "type", "is " + order.type() + " and must be one of " + symbol.orderTypes());
        }
        allowed(symbol.icebergAllowed() || !order.isIceberg(), "icebergAllowed", "icebergQty", findings);
        allowed(
                symbol.quoteOrderQtyMarketAllowed() || order.quoteOrderQty() == null,
                "quoteOrderQtyMarketAllowed",
                "quoteOrderQty",
                findings);
        allowed(
                symbol.allowTrailingStop() || order.trailingDelta() == null,
                "allowTrailingStop",
                "trailingDelta",
                findings);
        allowed(symbol.pegInstructionsAllowed() || !order.pegged(), "pegInstructionsAllowed", "pegPriceType", findings);
        if (order.selfTradePreventionMode() != null
                && !symbol.allowedSelfTradePreventionModes().contains(order.selfTradePreventionMode())) {
            findings.broken(
                    "allowedSelfTradePreventionModes",
                    "selfTradePreventionMode",
                    "is " + order.selfTradePreventionMode() + " and must be one of "
                            + symbol.allowedSelfTradePreventionModes());
        }
    }

    private static void allowed(boolean allowed, String field, String parameter, Findings findings) {
        if (!allowed) {
            findings.broken(field, parameter, "is not allowed for this symbol");
        }
    }
}
