/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.account;

import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.core.model.general.RateLimitUsage;

/**
 * How many orders of the account are counted against one limit. Orders that fill give back.
 *
 * @param rateLimitType {@code ORDERS}
 * @param interval the unit of the window
 * @param intervalNum how many units the window has
 * @param limit how many fit into one window
 * @param count how many the present window has counted
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/order_count_decrement">Unfilled order count</a>
 */
public record UnfilledOrderCount(
        RateLimitType rateLimitType, RateLimitInterval interval, int intervalNum, int limit, int count) {

    /**
     * The same, in the form in which other answers report it.
     *
     * @return limit and count
     */
    public RateLimitUsage usage() {
        return new RateLimitUsage(new RateLimit(rateLimitType, interval, intervalNum, limit), count);
    }
}
