/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.market;

import io.github.binancereactive.core.model.trade.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** The orders that a maker has in one book, and where the next one goes. */
final class Quotes {

    private final int levels;
    private final PriceWalk walk;
    private final SplittableRandom random;
    private final List<Quote> quotes = new ArrayList<>();

    Quotes(int levels, PriceWalk walk, SplittableRandom random) {
        this.levels = levels;
        this.walk = walk;
        this.random = random;
    }

    record Quote(long orderId, Side side, long ticks) {

        boolean isBid() {
            return side == Side.BUY;
        }
    }

    int size() {
        return quotes.size();
    }

    int full() {
        return 2 * levels;
    }

    void add(long orderId, Side side, long ticks) {
        quotes.add(new Quote(orderId, side, ticks));
    }

    void remove(Quote quote) {
        quotes.remove(quote);
    }

    /** Forgets those that others have filled. */
    void retain(Set<Long> open) {
        if (quotes.size() != open.size()) {
            quotes.removeIf(quote -> !open.contains(quote.orderId()));
        }
    }

    Side thinnerSide() {
        long bids = quotes.stream().filter(Quote::isBid).count();
        long asks = quotes.size() - bids;
        if (bids == asks) {
            return random.nextBoolean() ? Side.BUY : Side.SELL;
        }
        return bids < asks ? Side.BUY : Side.SELL;
    }

    /** One that the price has gone past, which nobody would leave there. */
    @Nullable Quote overtaken() {
        for (Quote quote : quotes) {
            if (quote.isBid() ? quote.ticks() >= walk.ticks() : quote.ticks() <= walk.ticks()) {
                return quote;
            }
        }
        return null;
    }

    /** Any of them, or the one that is the farthest away: so the others follow the price. */
    @Nullable Quote any() {
        if (quotes.isEmpty()) {
            return null;
        }
        return random.nextBoolean() ? quotes.get(random.nextInt(quotes.size())) : farthest();
    }

    private @Nullable Quote farthest() {
        Quote farthest = null;
        for (Quote quote : quotes) {
            if (farthest == null || distance(quote) > distance(farthest)) {
                farthest = quote;
            }
        }
        return farthest;
    }

    private long distance(Quote quote) {
        return Math.abs(quote.ticks() - walk.ticks());
    }

    /** Near the price rather than far from it, and never where it would trade with the maker's own on the other side. */
    long priceFor(Side side) {
        double near = random.nextDouble();
        long away = 1 + (long) (near * near * walk.stride() * levels);
        return side == Side.BUY
                ? Math.min(walk.ticks() - away, ownBest(Side.SELL) - 1)
                : Math.max(walk.ticks() + away, ownBest(Side.BUY) + 1);
    }

    private long ownBest(Side side) {
        long best = side == Side.SELL ? Long.MAX_VALUE : Long.MIN_VALUE;
        for (Quote quote : quotes) {
            if (quote.side() == side) {
                best = side == Side.SELL ? Math.min(best, quote.ticks()) : Math.max(best, quote.ticks());
            }
        }
        return best;
    }
}
