/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events as one writes them down for Jackson's databind. */
final class PlainEvents {

    private PlainEvents() {}

    /** A frame of the combined form; it has no data when it answers a request. */
    record Combined<T>(String stream, @Nullable T data) {}

    record BookTicker(
            @JsonProperty("u") long updateId,
            @JsonProperty("s") String symbol,
            @JsonProperty("b") BigDecimal bidPrice,
            @JsonProperty("B") BigDecimal bidQty,
            @JsonProperty("a") BigDecimal askPrice,
            @JsonProperty("A") BigDecimal askQty) {}

    record Trade(
            @JsonProperty("e") String type,
            @JsonProperty("E") long eventTime,
            @JsonProperty("s") String symbol,
            @JsonProperty("t") long id,
            @JsonProperty("p") BigDecimal price,
            @JsonProperty("q") BigDecimal qty,
            @JsonProperty("T") long tradeTime,
            @JsonProperty("m") boolean isBuyerMaker) {}

    record AggTrade(
            @JsonProperty("e") String type,
            @JsonProperty("E") long eventTime,
            @JsonProperty("s") String symbol,
            @JsonProperty("a") long id,
            @JsonProperty("p") BigDecimal price,
            @JsonProperty("q") BigDecimal qty,
            @JsonProperty("f") long firstTradeId,
            @JsonProperty("l") long lastTradeId,
            @JsonProperty("T") long tradeTime,
            @JsonProperty("m") boolean isBuyerMaker) {}

    record DiffDepth(
            @JsonProperty("e") String type,
            @JsonProperty("E") long eventTime,
            @JsonProperty("s") String symbol,
            @JsonProperty("U") long firstUpdateId,
            @JsonProperty("u") long lastUpdateId,
            @JsonProperty("b") List<List<BigDecimal>> bids,
            @JsonProperty("a") List<List<BigDecimal>> asks) {}

    record PartialDepth(long lastUpdateId, List<List<BigDecimal>> bids, List<List<BigDecimal>> asks) {}
}
