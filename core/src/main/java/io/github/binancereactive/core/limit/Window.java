/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

/**
 * What one window of one limit has counted, apart from what is under way. Pure arithmetic.
 *
 * <p>Answers come in any order, so a report is not the truth: it lacks what was processed after it, and counts can fall as
 * well as rise. What is certain: a request that was permitted after an answer had come is processed after the request of
 * that answer. Therefore reports are collected in generations. All that came since {@code generation} stand beside each other
 * and the highest counts; a report whose request was permitted after the generation began includes all that was answered
 * before it, so what is older is void, and the next generation begins.
 *
 * <p>With each window live ahead and behind by the margin, two are live around an edge. Nobody can tell then which one a report is
 * about. So a report counts only if its request was permitted, and answered, while this window was alone; the cost of all
 * others stays until a report that does count includes it.
 *
 * @param index how many windows came before it since the epoch
 * @param alone since which tick no other window was live
 * @param generation the tick at which the present generation began
 * @param before the highest report of the generation before
 * @param since the highest report of this generation
 * @param unreportedBefore the cost of what was answered before this generation without a report that counts, and isn't
 *     included in one yet
 * @param unreported the same of this generation
 * @param lost the cost of what was sent and never answered; whether it was counted nobody knows
 */
record Window(
        long index,
        long alone,
        long generation,
        long before,
        long since,
        long unreportedBefore,
        long unreported,
        long lost) {

    static Window opened(long index, long tick) {
        return new Window(index, tick, tick, 0, 0, 0, 0, 0);
    }

    /** The most that the exchange can have counted, without what is under way. */
    long counted() {
        return Math.max(before, since) + unreportedBefore + unreported + lost;
    }

    /** This window from the tick at which the one before it has gone: only now a report is surely about this one. */
    Window becomesAlone(long tick) {
        return new Window(index, tick, tick, before, since, unreportedBefore + unreported, 0, lost);
    }

    /** All that is counted, in another window: the clock was wrong, and nobody knows what was counted where. */
    Window movedTo(long other, long tick) {
        return new Window(other, tick, tick, Math.max(before, since), 0, unreportedBefore + unreported, 0, lost);
    }

    /** Whether a report that comes now for a request that was permitted at that tick is about this window. */
    boolean isMeant(long permitted) {
        return permitted > alone;
    }

    Window withReport(long count, long permitted, long tick) {
        long highest = Math.max(since, count);
        return permitted > generation
                ? new Window(index, alone, tick, highest, 0, unreported, 0, lost)
                : new Window(index, alone, generation, before, highest, unreportedBefore, unreported, lost);
    }

    Window withUnreported(long cost) {
        return new Window(index, alone, generation, before, since, unreportedBefore, unreported + cost, lost);
    }

    Window withLost(long cost) {
        return new Window(index, alone, generation, before, since, unreportedBefore, unreported, lost + cost);
    }
}
