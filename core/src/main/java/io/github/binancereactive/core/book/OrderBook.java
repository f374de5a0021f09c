/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.book;

import io.github.binancereactive.core.model.market.Depth;
import io.github.binancereactive.core.model.market.PriceLevels;
import io.github.binancereactive.core.model.stream.DepthUpdate;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A symbol's book. {@link BookSync} changes it; any thread may read it at any time, and gets the book as it was between two updates,
 * or nothing unless the book is live.
 *
 * <p>Readers hold up nobody: they copy what they want to see, and copy again when it changed meanwhile. Prices and quantities are
 * 64 bit whole numbers with one scale for all prices and one for all quantities.
 */
public final class OrderBook {

    /** What an update has left. */
    enum Health {
        SOUND,
        /** Few levels are left of what the snapshot had. */
        THIN,
        /** No known level is left, and there may be some beyond. */
        EXHAUSTED,
        CROSSED
    }

    private record Cached(long version, int levels, BookView view) {}

    private final String symbol;
    private final int minLevels;
    private final StampedLock lock =
            new StampedLock(); // written by one thread at a time, which so never waits; all below is guarded
    private final BookSide bids;
    private final BookSide asks;
    private int priceScale;
    private int quantityScale;
    private long lastUpdateId;
    private long version;
    private boolean visible;
    private boolean guarded;
    private @Nullable Instant eventTime;
    private volatile @Nullable Cached cached; // by its version it is known to be current, or not

    OrderBook(String symbol, BookOptions options) {
        this.symbol = symbol;
        this.minLevels = options.minLevels();
        this.bids = new BookSide(true, options.maxLevels());
        this.asks = new BookSide(false, options.maxLevels());
    }

    /**
     * Whose book this is.
     *
     * @return name of the symbol
     */
    public String symbol() {
        return symbol;
    }

    /**
     * The book as it is now.
     *
     * @param levels how many levels of a side to show at most; fewer when fewer are known without a hole
     * @return empty unless the book is live
     */
    public Optional<BookView> view(int levels) {
        if (levels < 1) {
            throw new IllegalArgumentException("levels must be at least 1, not " + levels);
        }
        Cached last = cached;
        Cached now = read(() -> !visible ? null : isCurrent(last, levels) ? last : copy(levels));
        if (now == null) {
            return Optional.empty();
        }
        cached = now;
        return Optional.of(now.view);
    }

    /**
     * All levels that are held. Behind those that a {@link #view} shows, there are more if the snapshot was cut off: levels that have
     * changed since, between which others may be missing.
     *
     * @return empty unless the book is live
     */
    public Optional<Depth> held() {
        return Optional.ofNullable(read(
                () -> visible ? new Depth(lastUpdateId, levels(bids, bids.size()), levels(asks, asks.size())) : null));
    }

    private <T> @Nullable T read(Supplier<@Nullable T> reading) {
        while (true) { // again only when an update was at it, which takes microseconds
            long stamp = lock.tryOptimisticRead();
            if (stamp == 0) {
                continue;
            }
            try {
                T result = reading.get();
                if (lock.validate(stamp)) {
                    return result;
                }
            } catch (RuntimeException torn) { // an array and a size that don't belong together
                if (lock.validate(stamp)) {
                    throw torn;
                }
            }
        }
    }

    /** There is one writer, so there is nobody to wait for. */
    private long write() {
        long stamp = lock.tryWriteLock();
        if (stamp == 0) {
            throw new IllegalStateException("the book of " + symbol + " is written to by two threads at once");
        }
        return stamp;
    }

    private boolean isCurrent(@Nullable Cached last, int levels) {
        return last != null && last.version == version && last.levels == levels;
    }

    private Cached copy(int levels) {
        BookView view = new BookView(symbol, lastUpdateId, eventTime, side(bids, levels), side(asks, levels));
        return new Cached(version, levels, view);
    }

    private BookSideView side(BookSide side, int levels) {
        int shown = Math.min(levels, side.known());
        return new BookSideView(side.kind(), levels(side, shown), side.isWhole() && shown == side.size());
    }

    private PriceLevels levels(BookSide side, int levels) {
        return PriceLevels.ofUnscaled(side.copy(levels), priceScale, quantityScale);
    }

    /** The last update in the book. For the one who writes. */
    long lastUpdateId() {
        return lastUpdateId;
    }

    void hide() {
        long stamp = write();
        visible = false;
        version++;
        lock.unlockWrite(stamp);
    }

    /** Forgets all. */
    void clear() {
        long stamp = write();
        visible = false;
        version++;
        bids.clear();
        asks.clear();
        lock.unlockWrite(stamp);
    }

    /**
     * Applies an update and shows the book, unless that left it unsound.
     *
     * @throws ArithmeticException when a number doesn't fit into 64 bits; then the book is not shown any more
     */
    Health apply(DepthUpdate update) {
        long stamp = write();
        try {
            visible = false; // stays so if this fails
            version++;
            put(update);
            return show();
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    /**
     * Starts again from a snapshot and the updates after it, in one go for those who read. If the snapshot is crossed, then the book is so
     * at the exchange.
     *
     * @param limit how many levels were asked for
     * @throws ArithmeticException as {@link #apply}
     */
    Health replace(Depth snapshot, int limit, Iterable<DepthUpdate> updates) {
        long stamp = write();
        try {
            visible = false;
            version++;
            load(snapshot, limit);
            guarded = !isCrossed();
            updates.forEach(this::put);
            return show();
        } finally {
            lock.unlockWrite(stamp);
        }
    }

    private void load(Depth snapshot, int limit) {
        PriceLevels bidsGiven = PackedLevels.of(snapshot.bids());
        PriceLevels asksGiven = PackedLevels.of(snapshot.asks());
        bids.clear();
        asks.clear();
        fit(bidsGiven);
        fit(asksGiven);
        bids.load(bidsGiven, priceFactor(bidsGiven), quantityFactor(bidsGiven), bidsGiven.size() < limit);
        asks.load(asksGiven, priceFactor(asksGiven), quantityFactor(asksGiven), asksGiven.size() < limit);
        lastUpdateId = snapshot.lastUpdateId();
        eventTime = null;
    }

    private void put(DepthUpdate update) {
        put(PackedLevels.of(update.bids()), bids);
        put(PackedLevels.of(update.asks()), asks);
        lastUpdateId = update.lastUpdateId();
        eventTime = update.eventTime();
    }

    private void put(PriceLevels levels, BookSide side) {
        if (levels.isEmpty()) {
            return;
        }
        fit(levels);
        long priceFactor = priceFactor(levels);
        long quantityFactor = quantityFactor(levels);
        for (int i = 0, size = levels.size(); i < size; i++) {
            side.set(
                    Math.multiplyExact(levels.unscaledPrice(i), priceFactor),
                    Math.multiplyExact(levels.unscaledQuantity(i), quantityFactor));
        }
    }

    private long priceFactor(PriceLevels levels) {
        return PackedLevels.power(priceScale - levels.priceScale());
    }

    private long quantityFactor(PriceLevels levels) {
        return PackedLevels.power(quantityScale - levels.quantityScale());
    }

    /** Makes room for more decimal places. */
    private void fit(PriceLevels levels) {
        int prices = Math.max(0, levels.priceScale() - priceScale);
        int quantities = Math.max(0, levels.quantityScale() - quantityScale);
        if ((prices == 0 && quantities == 0) || levels.isEmpty()) {
            return;
        }
        bids.rescale(PackedLevels.power(prices), PackedLevels.power(quantities));
        asks.rescale(PackedLevels.power(prices), PackedLevels.power(quantities));
        priceScale += prices;
        quantityScale += quantities;
    }

    private Health show() {
        Health health = health();
        visible = health == Health.SOUND || health == Health.THIN;
        return health;
    }

    private boolean isCrossed() {
        return bids.size() > 0 && asks.size() > 0 && bids.best() >= asks.best();
    }

    private Health health() {
        boolean crossed = isCrossed();
        if (crossed && guarded) {
            return Health.CROSSED;
        }
        guarded = !crossed;
        if (!bids.knows(1) || !asks.knows(1)) {
            return Health.EXHAUSTED;
        }
        return bids.knows(minLevels) && asks.knows(minLevels) ? Health.SOUND : Health.THIN;
    }
}
