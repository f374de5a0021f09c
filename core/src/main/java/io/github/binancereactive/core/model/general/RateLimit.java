/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.general;

import java.time.Duration;

/**
 * A limit of the exchange: so much of something within so long a window.
 *
 * @param rateLimitType what it counts
 * @param interval the unit of the window
 * @param intervalNum how many units the window has
 * @param limit how much fits into one window
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/limits">Limits</a>
 */
public record RateLimit(RateLimitType rateLimitType, RateLimitInterval interval, int intervalNum, int limit) {

    /**
     * The length of the window.
     *
     * @return {@code intervalNum} times the interval
     */
    public Duration window() {
        return interval.length().multipliedBy(intervalNum);
    }
}
