/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.PriceLevel;
import java.util.List;

/** Whether a local book says what the exchange's book says. Scales may differ: the local book has one for all. */
public final class BookAssertions {

    private BookAssertions() {}

    /** What is shown is what the exchange has, from the best level on, and a side that calls itself whole is. */
    public static void assertShows(BookView view, Depth truth) {
        assertThat(view.lastUpdateId()).isEqualTo(truth.lastUpdateId());
        assertSide(view.bids(), truth.bids());
        assertSide(view.asks(), truth.asks());
    }

    private static void assertSide(BookSideView side, List<PriceLevel> truth) {
        if (side.isWhole()) {
            assertThat(side.levels()).hasSameSizeAs(truth);
        }
        assertThat(side.levels().size()).isLessThanOrEqualTo(truth.size());
        assertSame(side.levels(), truth.subList(0, side.levels().size()));
    }

    /** Level by level the same numbers. */
    public static void assertSame(List<PriceLevel> actual, List<PriceLevel> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i).price())
                    .isEqualByComparingTo(expected.get(i).price());
            assertThat(actual.get(i).quantity())
                    .isEqualByComparingTo(expected.get(i).quantity());
        }
    }
}
