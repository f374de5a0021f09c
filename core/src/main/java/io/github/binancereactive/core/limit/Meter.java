/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whatever is counted by one measure: its limits, what is under way, and what those who wait would take. What is under way
 * counts in every window until it is settled, as it may be processed in any of them. Pure arithmetic.
 *
 * @param type what is counted
 * @param gauges one for each limit
 * @param inFlight the cost of what is under way
 * @param reserved the cost of all that wait
 * @param closedUntil until when nothing of it may be taken
 */
record Meter(RateLimitType type, List<Gauge> gauges, long inFlight, long reserved, long closedUntil) {

    static Meter opened(RateLimitType type, List<RateLimit> limits, long margin, long now, long tick) {
        return new Meter(type, List.of(), 0, 0, Long.MIN_VALUE).knowing(limits, margin, now, tick);
    }

    /** With these limits in place of those it has; what was counted for one that stays is kept. */
    Meter knowing(List<RateLimit> limits, long margin, long now, long tick) {
        List<Gauge> known = new ArrayList<>(limits.size());
        for (RateLimit limit : limits) {
            known.add(gauges.stream()
                    .filter(gauge -> gauge.limit().interval() == limit.interval())
                    .filter(gauge -> gauge.limit().intervalNum() == limit.intervalNum())
                    .map(gauge -> gauge.withLimit(limit))
                    .findFirst()
                    .orElseGet(() -> Gauge.opened(limit, margin, now, tick)));
        }
        return with(List.copyOf(known), inFlight);
    }

    Meter at(long now, long tick) {
        List<Gauge> after = gauges;
        for (int i = 0; i < gauges.size(); i++) {
            after = replaced(after, i, gauges.get(i).at(now, tick));
        }
        return after == gauges ? this : with(after, inFlight);
    }

    /** Whether so much can be taken and still leave what those ahead would take. */
    boolean fits(long amount, long ahead, long now) {
        if (amount == 0) {
            return true;
        }
        for (int i = 0; i < gauges.size(); i++) {
            if (lacks(gauges.get(i), amount, ahead)) {
                return false;
            }
        }
        return now >= closedUntil;
    }

    private boolean lacks(Gauge gauge, long amount, long ahead) {
        return gauge.counted() + inFlight + ahead + amount > gauge.limit().limit();
    }

    boolean canNeverFit(long amount) {
        for (int i = 0; i < gauges.size(); i++) {
            if (amount > gauges.get(i).limit().limit()) {
                return true;
            }
        }
        return false;
    }

    Meter taken(long amount) {
        return amount == 0 ? this : new Meter(type, gauges, inFlight + amount, reserved, closedUntil);
    }

    Meter givenBack(long amount) {
        return taken(-amount);
    }

    Meter reserving(long amount) {
        return amount == 0 ? this : new Meter(type, gauges, inFlight, reserved + amount, closedUntil);
    }

    Meter lost(long amount) {
        if (amount == 0) {
            return this;
        }
        return with(gauges.stream().map(gauge -> gauge.withLost(amount)).toList(), inFlight - amount);
    }

    Meter answered(long amount, long permitted, List<Usage> report, long tick) {
        List<Gauge> after = gauges;
        for (int i = 0; i < gauges.size(); i++) {
            Gauge gauge = gauges.get(i);
            after = replaced(after, i, gauge.answered(amount, permitted, of(gauge, report), tick));
        }
        return after == gauges && amount == 0 ? this : with(after, inFlight - amount);
    }

    private @Nullable Usage of(Gauge gauge, List<Usage> report) {
        for (int i = 0; i < report.size(); i++) {
            Usage usage = report.get(i);
            if (usage.type() == type && gauge.isOf(usage)) {
                return usage;
            }
        }
        return null;
    }

    Meter closed(long until) {
        return until <= closedUntil ? this : new Meter(type, gauges, inFlight, reserved, until);
    }

    /** How much of the limit that is closest to being used up is used: 1 for all; 0 without limits. */
    double fullness() {
        Gauge fullest = fullest();
        return fullest == null ? 0 : fullness(fullest);
    }

    /** When the window ends that is closest to being used up; a minute from now without limits. */
    long end(long now) {
        Gauge fullest = fullest();
        return fullest == null ? now + 60_000 : fullest.lastEnd();
    }

    private @Nullable Gauge fullest() {
        Gauge fullest = null;
        for (Gauge gauge : gauges) {
            if (fullest == null || fullness(gauge) > fullness(fullest)) {
                fullest = gauge;
            }
        }
        return fullest;
    }

    private double fullness(Gauge gauge) {
        return (double) (gauge.counted() + inFlight) / gauge.limit().limit();
    }

    /** Why so much can't be taken; null when it can. Names the limit that lasts longest. */
    @Nullable Shortage shortage(long amount, long ahead, long now) {
        if (amount == 0) {
            return null;
        }
        Shortage worst = now < closedUntil ? Shortage.closed(type.name(), closedUntil) : null;
        for (Gauge gauge : gauges) {
            if (amount > gauge.limit().limit()) {
                return Shortage.tooMuch(gauge.limit());
            }
            if (lacks(gauge, amount, ahead)) {
                worst = Shortage.worse(worst, Shortage.usedUp(gauge.limit(), gauge.end()));
            }
        }
        return worst;
    }

    /** When those who wait for it may find room next without anybody doing anything. */
    long nextChange(long now) {
        if (reserved == 0) {
            return Long.MAX_VALUE;
        }
        long next = now < closedUntil ? closedUntil : Long.MAX_VALUE;
        for (Gauge gauge : gauges) {
            next = Math.min(next, gauge.end());
        }
        return next;
    }

    /** The list with another element at that place; the same object when it is no other. */
    static <T> List<T> replaced(List<T> list, int index, T element) {
        if (list.get(index) == element) {
            return list;
        }
        if (list.size() == 1) { // the usual: one limit, one account
            return List.of(element);
        }
        if (list.size() == 2) { // orders have two limits
            return index == 0 ? List.of(element, list.get(1)) : List.of(list.get(0), element);
        }
        List<T> after = new ArrayList<>(list);
        after.set(index, element);
        return List.copyOf(after);
    }

    private Meter with(List<Gauge> others, long underWay) {
        return new Meter(type, others, underWay, reserved, closedUntil);
    }
}
