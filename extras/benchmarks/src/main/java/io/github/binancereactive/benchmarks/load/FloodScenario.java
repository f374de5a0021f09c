/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.benchmarks.load;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A flood, or a paced stream.
 *
 * @param kind of what streams
 * @param symbols of how many symbols
 * @param perSecond how many messages a second; 0 for as fast as possible
 * @param books whether books are made of it
 * @param <T> our events
 * @param <P> those of databind
 */
record FloodScenario<T, P>(FloodKind<T, P> kind, int symbols, int perSecond, boolean books) {

    FloodScenario(FloodKind<T, P> kind, int symbols, int perSecond) {
        this(kind, symbols, perSecond, false);
    }

    private static final int PACE = 10_000;

    /** Those as fast as possible first, then those at a rate. */
    static List<FloodScenario<?, ?>> all() {
        return List.of(
                new FloodScenario<>(FloodKind.BOOK_TICKER, 1, 0),
                new FloodScenario<>(FloodKind.TRADE, 1, 0),
                new FloodScenario<>(FloodKind.AGG_TRADE, 1, 0),
                new FloodScenario<>(FloodKind.DIFF_DEPTH, 1, 0),
                new FloodScenario<>(FloodKind.PARTIAL_DEPTH, 1, 0),
                new FloodScenario<>(FloodKind.BOOK_TICKER, 500, 0),
                new FloodScenario<>(FloodKind.DIFF_DEPTH, 200, 0, true),
                new FloodScenario<>(FloodKind.BOOK_TICKER, 1, PACE),
                new FloodScenario<>(FloodKind.TRADE, 1, PACE),
                new FloodScenario<>(FloodKind.AGG_TRADE, 1, PACE),
                new FloodScenario<>(FloodKind.DIFF_DEPTH, 1, PACE),
                new FloodScenario<>(FloodKind.TRADE, 500, PACE));
    }

    String name() {
        String how = perSecond == 0 ? "flood" : String.format(Locale.ROOT, "paced, %,d/s", perSecond);
        return kind.name() + (symbols == 1 ? ", " : ", " + symbols + (books ? " books, " : " streams, ")) + how;
    }

    boolean isPaced() {
        return perSecond > 0;
    }

    /** Names of the symbols. One is like those that most have; several are of the same length. */
    List<String> symbolNames() {
        return symbols == 1
                ? List.of("BTCUSDT")
                : IntStream.range(0, symbols)
                        .mapToObj(i -> String.format(Locale.ROOT, "S%03dUSDT", i))
                        .toList();
    }

    List<String> streamNames() {
        return symbolNames().stream()
                .map(symbol -> kind.stream().apply(symbol).name())
                .toList();
    }
}
