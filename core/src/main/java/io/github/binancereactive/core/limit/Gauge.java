/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import io.github.binancereactive.core.model.general.RateLimit;
import org.jspecify.annotations.Nullable;

/**
 * One limit with its window, or with two around an edge: as the clock may be off by the margin, a request near the edge may be
 * counted in either window and so has to fit into both. Pure arithmetic; times in milliseconds of the exchange's clock.
 *
 * @param limit the limit
 * @param length how long a window is
 * @param margin how far the clock may be off
 * @param current the window, the earlier one around an edge
 * @param next the later one around an edge
 */
record Gauge(
        RateLimit limit,
        long length,
        long margin,
        Window current,
        @Nullable Window next) {

    static Gauge opened(RateLimit limit, long marginWanted, long now, long tick) {
        long length = limit.window().toMillis();
        long margin = Math.min(marginWanted, length / 4); // else a short window would never be alone
        long first = Math.floorDiv(now - margin, length);
        long last = Math.floorDiv(now + margin, length);
        return new Gauge(
                limit, length, margin, Window.opened(first, tick), last == first ? null : Window.opened(last, tick));
    }

    /** The same at a later time; the same object as long as no window begins or ends. */
    Gauge at(long now, long tick) {
        if (next == null && isAlone(now)) {
            return this;
        }
        long first = Math.floorDiv(now - margin, length);
        long last = Math.floorDiv(now + margin, length);
        if (last < current.index()) {
            return setBack(first, last, tick);
        }
        if (first > current.index()) {
            return passed(first, last, tick);
        }
        boolean opens = next == null && last > current.index();
        return opens ? with(current, Window.opened(last, tick)) : this;
    }

    /** Whether nothing but the current window is live at that time. Nearly always, and told without dividing. */
    private boolean isAlone(long now) {
        long begin = current.index() * length;
        return now - margin >= begin && now + margin < begin + length;
    }

    private Gauge passed(long first, long last, long tick) {
        Window alone = next != null && next.index() == first ? next.becomesAlone(tick) : Window.opened(first, tick);
        return with(alone, last == first ? null : Window.opened(last, tick));
    }

    /** A clock that went back by more than the margin was wrong before. What is counted blocks for one window at most. */
    private Gauge setBack(long first, long last, long tick) {
        return with(current.movedTo(first, tick), last == first ? null : current.movedTo(last, tick));
    }

    /** What counts against the limit without what is under way: of two windows the fuller one. */
    long counted() {
        return next == null ? current.counted() : Math.max(current.counted(), next.counted());
    }

    /** When the present window has surely ended, the earlier one around an edge. */
    long end() {
        return end(current);
    }

    /** When the present window has surely ended, the later one around an edge. */
    long lastEnd() {
        return end(next == null ? current : next);
    }

    private long end(Window window) {
        return (window.index() + 1) * length + margin;
    }

    boolean isOf(Usage usage) {
        return limit.interval() == usage.interval() && limit.intervalNum() == usage.intervalNum();
    }

    Gauge withLimit(RateLimit other) {
        return limit.equals(other) ? this : new Gauge(other, length, margin, current, next);
    }

    Gauge withLost(long cost) {
        return with(current.withLost(cost), next == null ? null : next.withLost(cost));
    }

    /** A request was answered that was permitted at that tick, with this report of the limit or with none. */
    Gauge answered(long cost, long permitted, @Nullable Usage usage, long tick) {
        if (usage == null) {
            return withUnreported(cost);
        }
        boolean meant = next == null && current.isMeant(permitted);
        Gauge adapted = adaptedTo(usage.limit(), meant);
        return meant
                ? adapted.with(current.withReport(usage.count(), permitted, tick), null)
                : adapted.withUnreported(cost);
    }

    private Gauge withUnreported(long cost) {
        return cost == 0 ? this : with(current.withUnreported(cost), next == null ? null : next.withUnreported(cost));
    }

    /** A limit that was lowered counts whenever it is heard of; one that was raised, when the report is surely no old one. */
    private Gauge adaptedTo(int reported, boolean recent) {
        boolean adapt = reported > 0 && (recent || reported < limit.limit());
        return adapt
                ? withLimit(new RateLimit(limit.rateLimitType(), limit.interval(), limit.intervalNum(), reported))
                : this;
    }

    private Gauge with(Window first, @Nullable Window second) {
        return new Gauge(limit, length, margin, first, second);
    }
}
