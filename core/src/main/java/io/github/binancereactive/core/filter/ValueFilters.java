/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The filters on the value of an order: price times quantity. */
final class ValueFilters {

    private static final String NOTIONAL = "notional";

    private ValueFilters() {}

    static void minNotional(Filter.MinNotional filter, OrderFacts order, OrderContext context, Findings findings) {
        if (applies(filter.applyToMarket(), order)) {
            BigDecimal value = value(order, context.marketPrice(filter.avgPriceMins()));
            if (value == null) {
                findings.undecided(filter.filterType());
            } else {
                findings.atLeast(filter.filterType(), NOTIONAL, value, filter.minNotional());
            }
        }
    }

    static void notional(Filter.Notional filter, OrderFacts order, OrderContext context, Findings findings) {
        boolean least = applies(filter.applyMinToMarket(), order);
        boolean most = applies(filter.applyMaxToMarket(), order);
        BigDecimal value = value(order, context.marketPrice(filter.avgPriceMins()));
        if (value == null) {
            if (least || most) {
                findings.undecided(filter.filterType());
            }
            return;
        }
        if (least) {
            findings.atLeast(filter.filterType(), NOTIONAL, value, filter.minNotional());
        }
        if (most) {
            findings.atMost(filter.filterType(), NOTIONAL, value, filter.maxNotional());
        }
    }

    /** Of the base asset the limit is a quantity, of the quote asset a value. */
    static void maxAsset(
            Filter.MaxAsset filter, String baseAsset, String quoteAsset, OrderFacts order, Findings findings) {
        String type = filter.filterType();
        if (filter.asset().equals(baseAsset)) {
            limited(type, "quantity", order.quantity(), filter.limit(), findings);
        }
        if (filter.asset().equals(quoteAsset)) {
            limited(type, NOTIONAL, value(order, null), filter.limit(), findings);
        }
    }

    private static void limited(
            String type, String parameter, @Nullable BigDecimal amount, BigDecimal limit, Findings findings) {
        if (amount == null) {
            findings.undecided(type);
        } else {
            findings.atMost(type, parameter, amount, limit);
        }
    }

    private static boolean applies(boolean toMarket, OrderFacts order) {
        return toMarket || order.type() != OrderType.MARKET;
    }

    /**
     * What the order is worth. For an order that has neither price nor value, only of a plain market order the documentation
     * says which price stands in; null otherwise.
     */
    private static @Nullable BigDecimal value(OrderFacts order, @Nullable BigDecimal market) {
        if (order.quoteOrderQty() != null) {
            return order.quoteOrderQty();
        }
        BigDecimal price = order.price() != null || order.type() != OrderType.MARKET ? order.price() : market;
        return price == null || order.quantity() == null ? null : price.multiply(order.quantity());
    }
}
