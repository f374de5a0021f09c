/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.trade.Side;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The filters on prices and trailing deltas. */
final class PriceFilters {

    private PriceFilters() {}

    static void price(Filter.PriceFilter filter, OrderFacts order, Findings findings) {
        price(filter, "price", order.price(), findings);
        price(filter, "stopPrice", order.stopPrice(), findings);
    }

    /** Each limit of zero is switched off. */
    private static void price(
            Filter.PriceFilter filter, String parameter, @Nullable BigDecimal price, Findings findings) {
        if (price == null) {
            return;
        }
        if (filter.minPrice().signum() != 0) {
            findings.atLeast(filter.filterType(), parameter, price, filter.minPrice());
        }
        if (filter.maxPrice().signum() != 0) {
            findings.atMost(filter.filterType(), parameter, price, filter.maxPrice());
        }
        findings.multipleOf(filter.filterType(), parameter, price, filter.tickSize());
    }

    static void percent(Filter.PercentPrice filter, OrderFacts order, OrderContext context, Findings findings) {
        percent(
                filter.filterType(),
                order,
                context.marketPrice(filter.avgPriceMins()),
                filter.multiplierDown(),
                filter.multiplierUp(),
                findings);
    }

    static void percentBySide(
            Filter.PercentPriceBySide filter, OrderFacts order, OrderContext context, Findings findings) {
        boolean buy = order.side() == Side.BUY;
        percent(
                filter.filterType(),
                order,
                context.marketPrice(filter.avgPriceMins()),
                buy ? filter.bidMultiplierDown() : filter.askMultiplierDown(),
                buy ? filter.bidMultiplierUp() : filter.askMultiplierUp(),
                findings);
    }

    private static void percent(
            String filterType,
            OrderFacts order,
            @Nullable BigDecimal market,
            BigDecimal down,
            BigDecimal up,
            Findings findings) {
        BigDecimal price = order.price();
        if (price == null) {
            return;
        }
        if (market == null) {
            findings.undecided(filterType);
            return;
        }
        findings.atLeast(filterType, "price", price, market.multiply(down));
        findings.atMost(filterType, "price", price, market.multiply(up));
    }

    static void trailing(Filter.TrailingDelta filter, OrderFacts order, Findings findings) {
        Long delta = order.trailingDelta();
        if (delta == null) {
            return;
        }
        boolean above = order.trailsAbove();
        int least = above ? filter.minTrailingAboveDelta() : filter.minTrailingBelowDelta();
        int most = above ? filter.maxTrailingAboveDelta() : filter.maxTrailingBelowDelta();
        BigDecimal value = BigDecimal.valueOf(delta);
        findings.atLeast(filter.filterType(), "trailingDelta", value, BigDecimal.valueOf(least));
        findings.atMost(filter.filterType(), "trailingDelta", value, BigDecimal.valueOf(most));
    }
}
