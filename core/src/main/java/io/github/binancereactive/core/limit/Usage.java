/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.core.model.general.RateLimitUsage;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much of one limit is used up, as an answer reports it on either wire.
 *
 * @param type what is counted
 * @param interval the unit of the window
 * @param intervalNum how many units the window has
 * @param count what the present window has counted, the answered request included
 * @param limit how much fits into one window; 0 when the report doesn't say
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/limits">Limits</a>
 */
public record Usage(RateLimitType type, RateLimitInterval interval, int intervalNum, int count, int limit) {

    private static final String WEIGHT = "x-mbx-used-weight-";
    private static final String ORDERS = "x-mbx-order-count-";

    /**
     * What an answer of the WebSocket API, or the one that lists the count of unfilled orders, reports.
     *
     * @param reported an entry of {@code rateLimits}
     * @return the same
     */
    public static Usage of(RateLimitUsage reported) {
        RateLimit limit = reported.limit();
        return new Usage(limit.rateLimitType(), limit.interval(), limit.intervalNum(), reported.count(), limit.limit());
    }

    /**
     * What an answer of the WebSocket API, or the one that lists the count of unfilled orders, reports.
     *
     * @param reported the entries of {@code rateLimits}
     * @return the same, in the same order
     */
    public static List<Usage> all(List<RateLimitUsage> reported) {
        Usage[] all = new Usage[reported.size()]; // no stream: each answer passes here
        for (int i = 0; i < all.length; i++) {
            all[i] = of(reported.get(i));
        }
        return List.of(all);
    }

    /**
     * What a header of a REST answer reports: {@code X-MBX-USED-WEIGHT-1M}, {@code X-MBX-ORDER-COUNT-10S} and the like.
     *
     * @param name name of the header, in upper or lower case
     * @param value its value
     * @return null for every other header, and for one that can't be understood
     */
    public static @Nullable Usage ofHeader(CharSequence name, CharSequence value) {
        String key = name.toString().toLowerCase(Locale.ROOT);
        if (key.startsWith(WEIGHT)) {
            return parse(RateLimitType.REQUEST_WEIGHT, key.substring(WEIGHT.length()), value);
        }
        return key.startsWith(ORDERS) ? parse(RateLimitType.ORDERS, key.substring(ORDERS.length()), value) : null;
    }

    private static @Nullable Usage parse(RateLimitType type, String window, CharSequence value) {
        int unit = window.length() - 1;
        RateLimitInterval interval = unit < 1 ? RateLimitInterval.UNKNOWN : interval(window.charAt(unit));
        if (interval == RateLimitInterval.UNKNOWN) {
            return null;
        }
        try {
            int intervalNum = Integer.parseInt(window.substring(0, unit));
            int count = Integer.parseInt(value.toString().trim());
            return intervalNum < 1 || count < 0 ? null : new Usage(type, interval, intervalNum, count, 0);
        } catch (NumberFormatException notOurs) {
            return null;
        }
    }

    private static RateLimitInterval interval(char letter) {
        return switch (letter) {
            case 's' -> RateLimitInterval.SECOND;
            case 'm' -> RateLimitInterval.MINUTE;
            case 'h' -> RateLimitInterval.HOUR;
            case 'd' -> RateLimitInterval.DAY;
            default -> RateLimitInterval.UNKNOWN;
        };
    }
}
