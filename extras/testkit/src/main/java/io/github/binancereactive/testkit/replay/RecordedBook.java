/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.replay;

import io.github.binancereactive.testkit.exchange.Json;
import io.github.binancereactive.testkit.matching.Depth;
import io.github.binancereactive.testkit.matching.PriceLevel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The book of one symbol as the exchange had it: the recorded snapshot, and on top of it every event that has been played
 * and is newer. Before the events have come as far as the snapshot it is the snapshot, which to a client that buffers
 * events is as good: it drops those that are older, and the next one joins on.
 */
final class RecordedBook {

    private final String symbol;
    private final NavigableMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
    private long lastUpdateId;

    RecordedBook(RecordedSnapshot snapshot) {
        symbol = snapshot.symbol();
        lastUpdateId = snapshot.lastUpdateId();
        set(bids, snapshot.bids());
        set(asks, snapshot.asks());
    }

    static List<PriceLevel> levels(JsonNode json) {
        List<PriceLevel> levels = new ArrayList<>(json.size());
        for (JsonNode level : json) {
            levels.add(new PriceLevel(
                    new BigDecimal(level.path(0).asString()),
                    new BigDecimal(level.path(1).asString())));
        }
        return levels;
    }

    /**
     * Takes an event in.
     *
     * @throws IllegalArgumentException when events between it and what came before are missing
     */
    void apply(byte[] depthUpdate) {
        JsonNode event = Json.MAPPER.readTree(depthUpdate);
        long first = event.path("U").asLong();
        long last = event.path("u").asLong();
        if (last <= lastUpdateId) {
            return;
        }
        if (first > lastUpdateId + 1) {
            throw new IllegalArgumentException(
                    symbol + ": after update " + lastUpdateId + " comes " + first + ": the recording has a hole");
        }
        set(bids, levels(event.path("b")));
        set(asks, levels(event.path("a")));
        lastUpdateId = last;
    }

    private static void set(NavigableMap<BigDecimal, BigDecimal> side, List<PriceLevel> levels) {
        for (PriceLevel level : levels) {
            if (level.qty().signum() == 0) {
                side.remove(level.price());
            } else {
                side.put(level.price(), level.qty());
            }
        }
    }

    Depth depth(int limit) {
        return new Depth(lastUpdateId, top(bids, limit), top(asks, limit));
    }

    private static List<PriceLevel> top(NavigableMap<BigDecimal, BigDecimal> side, int limit) {
        return side.entrySet().stream()
                .limit(limit)
                .map(level -> new PriceLevel(level.getKey(), level.getValue()))
                .toList();
    }
}
