/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import java.math.BigDecimal;
import java.util.List;

/**
 * What the exchange as a whole is told.
 *
 * @param seed from which client order ids are made
 * @param orderLimits the {@code ORDERS} limits of an account
 * @param makerFillCredit by how much the unfilled order count falls when an order is first filled as a maker; as a taker
 *     it falls by one
 * @param exchangeFilters the filters that count over all symbols
 * @param discountAsset the asset in which commission may be paid at a discount
 * @param discount by what the standard commission is multiplied when it is paid in that asset
 */
public record EngineSettings(
        long seed,
        List<RateLimit> orderLimits,
        int makerFillCredit,
        List<Filter> exchangeFilters,
        String discountAsset,
        BigDecimal discount) {

    /** Copies the lists. */
    public EngineSettings {
        orderLimits = List.copyOf(orderLimits);
        exchangeFilters = List.copyOf(exchangeFilters);
    }

    /**
     * An exchange with the limits that the documentation shows.
     *
     * @param seed from which client order ids are made
     * @return 50 orders in 10 seconds and 160,000 a day, no exchange filters, a quarter off when paying in BNB
     */
    public static EngineSettings of(long seed) {
        return new EngineSettings(
                seed,
                List.of(
                        new RateLimit(RateLimitType.ORDERS, RateLimitInterval.SECOND, 10, 50),
                        new RateLimit(RateLimitType.ORDERS, RateLimitInterval.DAY, 1, 160_000)),
                5,
                List.of(),
                "BNB",
                new BigDecimal("0.75"));
    }

    /**
     * These settings with other limits of unfilled orders.
     *
     * @param limits the {@code ORDERS} limits
     * @return a copy
     */
    public EngineSettings withOrderLimits(List<RateLimit> limits) {
        return new EngineSettings(seed, limits, makerFillCredit, exchangeFilters, discountAsset, discount);
    }

    /**
     * These settings with other exchange filters.
     *
     * @param filters such as {@link Filter.ExchangeMaxNumOrders}
     * @return a copy
     */
    public EngineSettings withExchangeFilters(List<Filter> filters) {
        return new EngineSettings(seed, orderLimits, makerFillCredit, filters, discountAsset, discount);
    }
}
