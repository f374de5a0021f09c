/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.exchange.Json;
import io.github.binancereactive.testkit.exchange.JsonNumbers;
import io.github.binancereactive.testkit.exchange.TimestampUnit;
import io.github.binancereactive.testkit.matching.BookTicker;
import io.github.binancereactive.testkit.matching.Depth;
import io.github.binancereactive.testkit.matching.PriceLevel;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Books as streams show them. */
final class BookJson {

    private BookJson() {}

    static String change(DepthChange change, long nowMicros, TimestampUnit unit) {
        ObjectNode json = TradeJson.event("depthUpdate", change.symbol(), nowMicros, unit)
                .put("U", change.firstUpdateId())
                .put("u", change.lastUpdateId());
        levels(json.putArray("b"), change.bids());
        levels(json.putArray("a"), change.asks());
        return json.toString();
    }

    static String depth(Depth depth) {
        ObjectNode json = Json.object().put("lastUpdateId", depth.lastUpdateId());
        levels(json.putArray("bids"), depth.bids());
        levels(json.putArray("asks"), depth.asks());
        return json.toString();
    }

    private static void levels(ArrayNode json, List<PriceLevel> levels) {
        for (PriceLevel level : levels) {
            json.addArray().add(JsonNumbers.decimal(level.price())).add(JsonNumbers.decimal(level.qty()));
        }
    }

    static String ticker(BookTicker ticker) {
        ObjectNode json = Json.object().put("u", ticker.updateId()).put("s", ticker.symbol());
        best(json, "b", "B", ticker.bid());
        best(json, "a", "A", ticker.ask());
        return json.toString();
    }

    /** An empty side has a price and a quantity of zero. */
    static void best(ObjectNode json, String price, String qty, @Nullable PriceLevel level) {
        json.put(price, JsonNumbers.decimal(level == null ? BigDecimal.ZERO : level.price()))
                .put(qty, JsonNumbers.decimal(level == null ? BigDecimal.ZERO : level.qty()));
    }
}
