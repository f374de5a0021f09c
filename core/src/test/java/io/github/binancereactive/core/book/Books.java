/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.book;

import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.PriceLevel;
import io.github.binancereactive.core.model.market.PriceLevels;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Short ways to write updates and snapshots: levels are price and quantity by turns. */
final class Books {

    static final String SYMBOL = "BNBBTC";
    static final Instant TIME = Instant.parse("2026-07-21T12:00:00Z");

    private Books() {}

    static DepthUpdate update(long first, long last, List<PriceLevel> bids, List<PriceLevel> asks) {
        return new DepthUpdate(TIME, SYMBOL, first, last, bids, asks);
    }

    static Depth snapshot(long id, List<PriceLevel> bids, List<PriceLevel> asks) {
        return new Depth(id, bids, asks);
    }

    static List<PriceLevel> levels(String... numbers) {
        List<PriceLevel> levels = new ArrayList<>();
        for (int i = 0; i < numbers.length; i += 2) {
            levels.add(new PriceLevel(new BigDecimal(numbers[i]), new BigDecimal(numbers[i + 1])));
        }
        return levels;
    }

    static PriceLevels packed(long... numbers) {
        return PriceLevels.ofUnscaled(numbers, 2, 0);
    }
}
