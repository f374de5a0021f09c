/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.book;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The best levels of a book as it was right after one update. Immutable.
 *
 * @param symbol name of the symbol
 * @param lastUpdateId the last update of the book that is in it
 * @param eventTime when the exchange sent that update; null when it came with a snapshot, which has no time
 * @param bids what buyers want
 * @param asks what sellers offer
 */
public record BookView(
        String symbol, long lastUpdateId, @Nullable Instant eventTime, BookSideView bids, BookSideView asks) {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /**
     * By how much the best ask is above the best bid.
     *
     * @return empty when a side is; not more than zero when the book is crossed
     */
    public Optional<BigDecimal> spread() {
        return bids.best().flatMap(bid -> asks.best().map(ask -> ask.price().subtract(bid.price())));
    }

    /**
     * The price in the middle between the best bid and the best ask.
     *
     * @return exactly; empty when a side is
     */
    public Optional<BigDecimal> mid() {
        return bids.best()
                .flatMap(bid ->
                        asks.best().map(ask -> ask.price().add(bid.price()).divide(TWO)));
    }

    /**
     * How much more is wanted than offered at the best levels: (bids - asks) / (bids + asks).
     *
     * @param levels how many levels of each side
     * @return from -1, nobody buys, to 1, nobody sells; empty when so many are not shown, or both sides are empty
     */
    public Optional<BigDecimal> imbalance(int levels) {
        return bids.quantity(levels)
                .flatMap(bid -> asks.quantity(levels)
                        .filter(ask -> bid.signum() + ask.signum() > 0)
                        .map(ask -> bid.subtract(ask).divide(bid.add(ask), MathContext.DECIMAL64)));
    }

    /**
     * Whether the best bid is not below the best ask. That is so only when it is at the exchange, such as before trading
     * begins.
     *
     * @return true when it is crossed
     */
    public boolean isCrossed() {
        return spread().filter(spread -> spread.signum() <= 0).isPresent();
    }
}
