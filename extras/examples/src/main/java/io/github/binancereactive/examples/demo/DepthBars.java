/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples.demo;

import io.github.binancereactive.core.book.BookSideView;
import io.github.binancereactive.core.book.BookView;
import io.github.binancereactive.core.model.market.PriceLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A book drawn in characters, a bar for each of the best levels, as high as its quantity: buyers to the left of the middle, sellers to
 * the right.
 *
 * @param bars characters from an empty to a full one
 */
record DepthBars(String bars) {

    static final int LEVELS = 7;

    String draw(BookView view) {
        double highest = Stream.of(view.bids(), view.asks())
                .flatMap(side -> side.top(LEVELS).stream())
                .map(PriceLevel::quantity)
                .mapToDouble(BigDecimal::doubleValue)
                .max()
                .orElse(1);
        return new StringBuilder(side(view.bids(), highest)).reverse() + "|" + side(view.asks(), highest);
    }

    private String side(BookSideView side, double highest) {
        List<PriceLevel> levels = side.top(LEVELS);
        StringBuilder drawn = new StringBuilder();
        levels.forEach(level -> drawn.append(bar(level.quantity().doubleValue() / highest)));
        return drawn.append(" ".repeat(LEVELS - levels.size())).toString();
    }

    /** Whatever is there shows: the lowest bar is above zero. */
    private char bar(double share) {
        int full = bars.length() - 1;
        return bars.charAt(Math.max(1, (int) Math.round(share * full)));
    }
}
