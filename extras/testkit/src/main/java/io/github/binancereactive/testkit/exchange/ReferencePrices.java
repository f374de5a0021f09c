/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The reference prices, which a test sets: the simulator doesn't calculate any. Confined to the simulator's event loop.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/market-data-endpoints">Query reference
 *     price</a>
 */
final class ReferencePrices {

    private static final int SOMEWHERE_ELSE = 42;

    private final Venue venue;
    // When each price was set; a symbol that never had one is not in it.
    private final Map<String, Long> setAtMicros = new HashMap<>();

    ReferencePrices(Venue venue) {
        this.venue = venue;
    }

    void addTo(MethodTable table) {
        table.add(
                "GET /api/v3/referencePrice",
                "referencePrice",
                DefinedMethod.of(this::price, "symbol").weighing(2));
        table.add(
                "GET /api/v3/referencePrice/calculation",
                "referencePrice.calculation",
                DefinedMethod.of(this::calculation, "symbol", "symbolStatus").weighing(2));
    }

    void set(String symbol, @Nullable BigDecimal price, long nowMicros) {
        venue.engine().referencePrice(symbol, price);
        setAtMicros.put(symbol, nowMicros);
    }

    /** When a symbol's price was set, in microseconds; null for one that never had any. */
    @Nullable Long time(String symbol) {
        return setAtMicros.get(symbol);
    }

    private JsonNode price(Request request) {
        String symbol = venue.symbolName(request);
        long time = setAt(symbol);
        BigDecimal price = venue.engine().marketData().referencePrice(symbol);
        ObjectNode json = Json.object().put("symbol", symbol);
        if (price == null) {
            json.putNull("referencePrice");
        } else {
            json.put("referencePrice", JsonNumbers.decimal(price));
        }
        return json.put("timestamp", request.unit().of(time));
    }

    private JsonNode calculation(Request request) {
        ListedSymbol symbol = venue.symbol(request);
        SymbolChoice.refuseOtherStatus(symbol, new SymbolSelection(request.parameters()).symbolStatus());
        setAt(symbol.name());
        return Json.object()
                .put("symbol", symbol.name())
                .put("calculationType", "EXTERNAL")
                .put("externalCalculationId", SOMEWHERE_ELSE);
    }

    private long setAt(String symbol) {
        Long time = setAtMicros.get(symbol);
        if (time == null) {
            throw ExchangeErrors.noReferencePrice();
        }
        return time;
    }
}
