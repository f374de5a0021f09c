/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.stream;

import io.github.binancereactive.testkit.exchange.Json;
import io.github.binancereactive.testkit.exchange.JsonNumbers;
import io.github.binancereactive.testkit.exchange.TimestampUnit;
import io.github.binancereactive.testkit.matching.AveragePrice;
import io.github.binancereactive.testkit.matching.Kline;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Klines and calculated prices as streams show them. */
final class PriceJson {

    private PriceJson() {}

    static String kline(
            String symbol, String interval, Kline kline, boolean isClosed, long nowMicros, TimestampUnit unit) {
        ObjectNode json = TradeJson.event("kline", symbol, nowMicros, unit);
        ObjectNode inner = json.putObject("k")
                .put("t", unit.of(kline.openTime()))
                .put("T", unit.of(kline.closeTime()) - 1)
                .put("s", symbol)
                .put("i", interval)
                .put("f", kline.bar().firstId())
                .put("L", kline.bar().lastId());
        bar(inner, kline.bar(), isClosed);
        return json.toString();
    }

    private static void bar(ObjectNode json, Kline.Bar bar, boolean isClosed) {
        json.put("o", JsonNumbers.decimal(bar.open()))
                .put("c", JsonNumbers.decimal(bar.close()))
                .put("h", JsonNumbers.decimal(bar.high()))
                .put("l", JsonNumbers.decimal(bar.low()))
                .put("v", JsonNumbers.decimal(bar.volume()))
                .put("n", bar.count())
                .put("x", isClosed)
                .put("q", JsonNumbers.decimal(bar.quoteVolume()))
                .put("V", JsonNumbers.decimal(bar.takerBuyVolume()))
                .put("Q", JsonNumbers.decimal(bar.takerBuyQuoteVolume()))
                .put("B", "0");
    }

    static String average(String symbol, AveragePrice average, long nowMicros, TimestampUnit unit) {
        return TradeJson.event("avgPrice", symbol, nowMicros, unit)
                .put("i", average.mins() + "m")
                .put("w", JsonNumbers.decimal(average.price()))
                .put("T", unit.of(average.closeTime()))
                .toString();
    }

    static String reference(String symbol, @Nullable BigDecimal price, long time, TimestampUnit unit) {
        return Json.object()
                .put("e", "referencePrice")
                .put("s", symbol)
                .put("r", price == null ? null : JsonNumbers.decimal(price))
                .put("t", unit.of(time))
                .toString();
    }
}
