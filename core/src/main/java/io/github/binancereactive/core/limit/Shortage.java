/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import io.github.binancereactive.core.error.BudgetExceededException;
import io.github.binancereactive.core.model.general.RateLimit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why something isn't permitted.
 *
 * @param reason in a few words
 * @param until when that ends; {@link #NEVER} when it doesn't
 */
record Shortage(String reason, long until) {

    static final long NEVER = Long.MAX_VALUE;

    static Shortage closed(String what, long until) {
        return new Shortage("the exchange wants no " + what + " now", until);
    }

    static Shortage usedUp(RateLimit limit, long until) {
        return new Shortage(name(limit) + " is used up", until);
    }

    static Shortage tooMuch(RateLimit limit) {
        return new Shortage("it costs more than all of " + name(limit), NEVER);
    }

    static Shortage tooManyWait(int bound) {
        return new Shortage(bound + " requests wait already (maxWaiting)", NEVER);
    }

    /** What was short at first, and now isn't any more. */
    static Shortage over(long now) {
        return new Shortage("there was no room a moment ago", now);
    }

    private static String name(RateLimit limit) {
        return limit.rateLimitType() + " (" + limit.limit() + " in " + limit.intervalNum() + " " + limit.interval()
                + ")";
    }

    static @Nullable Shortage worse(@Nullable Shortage one, @Nullable Shortage other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return other.until > one.until ? other : one;
    }

    boolean isForEver() {
        return until == NEVER;
    }

    BudgetExceededException toException(String endpoint) {
        return new BudgetExceededException(endpoint, reason, isForEver() ? null : Instant.ofEpochMilli(until));
    }
}
