/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.book;

import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The exchange's own book, kept in the plainest way: what a local book has to equal. It misses no update and has all levels. */
public final class ReferenceBook {

    private final NavigableMap<BigDecimal, PriceLevel> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<BigDecimal, PriceLevel> asks = new TreeMap<>();
    private long lastUpdateId;

    /** An empty book. */
    public ReferenceBook() {}

    /** A book as a snapshot has it. */
    public ReferenceBook(Depth start) {
        set(bids, start.bids());
        set(asks, start.asks());
        lastUpdateId = start.lastUpdateId();
    }

    /** The last update in it. */
    public long lastUpdateId() {
        return lastUpdateId;
    }

    /** Sets the levels of an update. */
    public void apply(DepthUpdate update) {
        set(bids, update.bids());
        set(asks, update.asks());
        lastUpdateId = update.lastUpdateId();
    }

    private static void set(NavigableMap<BigDecimal, PriceLevel> side, List<PriceLevel> levels) {
        for (PriceLevel level : levels) {
            if (level.quantity().signum() == 0) {
                side.remove(level.price());
            } else {
                side.put(level.price(), level);
            }
        }
    }

    /** What the exchange would answer. */
    public Depth depth(int limit) {
        return new Depth(
                lastUpdateId,
                bids.values().stream().limit(limit).toList(),
                asks.values().stream().limit(limit).toList());
    }

    /** The best bid. */
    public BigDecimal bestBid() {
        return bids.isEmpty() ? BigDecimal.ZERO : bids.firstKey();
    }

    /** The best ask. */
    public BigDecimal bestAsk() {
        return asks.isEmpty() ? BigDecimal.valueOf(Long.MAX_VALUE) : asks.firstKey();
    }
}
