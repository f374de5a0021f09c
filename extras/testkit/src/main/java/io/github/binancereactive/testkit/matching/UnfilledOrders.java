/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitUsage;
import java.util.List;

/**
 * How many orders an account has placed lately that were not filled. Windows start on the exchange's clock.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/order_count_decrement">Spot Unfilled Order
 *     Count Rules</a>
 */
final class UnfilledOrders {

    private List<Window> windows;
    private final int makerCredit;

    UnfilledOrders(List<RateLimit> limits, int makerCredit) {
        this.makerCredit = makerCredit;
        this.windows = limits.stream().map(limit -> new Window(limit, 0, 0)).toList();
    }

    /** Other limits from now on; what was counted in a window of the same length stays counted. */
    void change(List<RateLimit> limits) {
        windows = limits.stream().map(this::continued).toList();
    }

    private Window continued(RateLimit limit) {
        return windows.stream()
                .filter(window -> window.limit.window().equals(limit.window()))
                .findFirst()
                .map(window -> new Window(limit, window.start, window.used))
                .orElseGet(() -> new Window(limit, 0, 0));
    }

    /** One limit and what its present window has counted. */
    private static final class Window {

        private final RateLimit limit;
        private final long lengthMicros;
        private long start;
        private int used;

        Window(RateLimit limit, long start, int used) {
            this.limit = limit;
            this.lengthMicros = limit.window().toNanos() / 1000;
            this.start = start;
            this.used = used;
        }

        Window at(long nowMicros) {
            long current = Math.floorDiv(nowMicros, lengthMicros) * lengthMicros;
            if (current != start) {
                start = current;
                used = 0;
            }
            return this;
        }

        void add(int orders) {
            used = Math.max(0, used + orders);
        }

        long end() {
            return start + lengthMicros;
        }
    }

    void check(int orders, long nowMicros) {
        for (Window window : windows) {
            if (window.at(nowMicros).used + orders > window.limit.limit()) {
                throw Refusals.tooManyOrders(window.limit, window.end());
            }
        }
    }

    void placed(int orders, long nowMicros) {
        windows.forEach(window -> window.at(nowMicros).add(orders));
    }

    /** The first fill of an order gives back what it took, as a maker more than that. */
    void filled(boolean isMaker, long nowMicros) {
        windows.forEach(window -> window.at(nowMicros).add(isMaker ? -makerCredit : -1));
    }

    List<RateLimitUsage> usage(long nowMicros) {
        return windows.stream()
                .map(window -> new RateLimitUsage(window.limit, window.at(nowMicros).used))
                .toList();
    }
}
