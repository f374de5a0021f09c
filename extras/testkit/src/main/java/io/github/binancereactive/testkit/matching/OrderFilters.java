/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.Filter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The filters that look at one order alone.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/filters">Filters</a>
 */
final class OrderFilters {

    private final Order order;
    private final OrderRequest request;
    private final Market market;
    private final @Nullable BigDecimal qty;
    private final long now;

    private OrderFilters(Order order, @Nullable BigDecimal qty, long nowMicros) {
        this.order = order;
        this.request = order.request();
        this.market = order.market();
        this.qty = qty;
        this.now = nowMicros;
    }

    static void check(Order order, long nowMicros) {
        new OrderFilters(order, order.quantity(), nowMicros).checkAll();
    }

    /** What an amendment has to pass. */
    static void checkQuantity(Order order, BigDecimal qty, long nowMicros) {
        OrderFilters filters = new OrderFilters(order, qty, nowMicros);
        for (Filter filter : order.market().info().filters()) {
            filters.checkQuantity(filter);
            filters.checkValue(filter);
        }
    }

    private void checkAll() {
        for (Filter filter : market.info().filters()) {
            checkPrice(filter);
            checkQuantity(filter);
            checkValue(filter);
            checkTrailing(filter);
        }
        for (Filter.MaxAsset filter : order.account().settings().assetFilters()) {
            checkAsset(filter);
        }
    }

    private static void require(boolean passed, Filter filter) {
        if (!passed) {
            throw Refusals.filter(filter.filterType());
        }
    }

    /** The prices that were sent, and the one that the peg gave. */
    private List<BigDecimal> prices() {
        List<BigDecimal> prices = new ArrayList<>(2);
        if (request.price() != null && request.price().signum() > 0) {
            prices.add(request.price());
        }
        if (order.peggedPrice() != null) {
            prices.add(order.peggedPrice());
        }
        return prices;
    }

    private void checkPrice(Filter filter) {
        if (filter instanceof Filter.PriceFilter rule) {
            prices().forEach(price -> require(isWithin(price, rule), rule));
            require(request.stopPrice() == null || isWithin(request.stopPrice(), rule), rule);
        } else if (filter instanceof Filter.PercentPrice rule) {
            checkPercent(rule.multiplierDown(), rule.multiplierUp(), rule.avgPriceMins(), rule);
        } else if (filter instanceof Filter.PercentPriceBySide rule) {
            checkPercent(
                    request.isBuy() ? rule.bidMultiplierDown() : rule.askMultiplierDown(),
                    request.isBuy() ? rule.bidMultiplierUp() : rule.askMultiplierUp(),
                    rule.avgPriceMins(),
                    rule);
        }
    }

    private static boolean isWithin(BigDecimal price, Filter.PriceFilter rule) {
        boolean notLow = rule.minPrice().signum() == 0 || price.compareTo(rule.minPrice()) >= 0;
        boolean notHigh = rule.maxPrice().signum() == 0 || price.compareTo(rule.maxPrice()) <= 0;
        return notLow && notHigh && isMultiple(price, rule.tickSize());
    }

    private static boolean isMultiple(BigDecimal value, BigDecimal step) {
        return step.signum() == 0 || value.remainder(step).signum() == 0;
    }

    private void checkPercent(BigDecimal down, BigDecimal up, int minutes, Filter filter) {
        BigDecimal measure = market.measure(minutes, now);
        if (measure != null) {
            prices().forEach(price -> require(
                    price.compareTo(measure.multiply(up)) <= 0 && price.compareTo(measure.multiply(down)) >= 0,
                    filter));
        }
    }

    private void checkQuantity(Filter filter) {
        if (filter instanceof Filter.LotSize rule) {
            require(qty == null || isLot(qty, rule.minQty(), rule.maxQty(), rule.stepSize()), rule);
            require(
                    !request.isIceberg()
                            || request.icebergQty() == null
                            || isLot(request.icebergQty(), rule.minQty(), rule.maxQty(), rule.stepSize()),
                    rule);
        } else if (filter instanceof Filter.MarketLotSize rule && Lifecycle.isMarket(request.type())) {
            require(qty == null || isLot(qty, rule.minQty(), rule.maxQty(), rule.stepSize()), rule);
        } else if (filter instanceof Filter.IcebergParts rule && request.isIceberg()) {
            require(parts() <= rule.limit(), rule);
        }
    }

    private static boolean isLot(BigDecimal qty, BigDecimal min, BigDecimal max, BigDecimal step) {
        boolean notHigh = max.signum() == 0 || qty.compareTo(max) <= 0;
        return qty.compareTo(min) >= 0 && notHigh && isMultiple(qty, step);
    }

    private int parts() {
        BigDecimal iceberg = request.icebergQty();
        return qty == null || iceberg == null
                ? 1
                : qty.divide(iceberg, 0, RoundingMode.CEILING).intValue();
    }

    private void checkValue(Filter filter) {
        if (filter instanceof Filter.MinNotional rule) {
            boolean applies = !Lifecycle.isMarket(request.type()) || rule.applyToMarket();
            checkWorth(rule.minNotional(), applies, null, false, rule.avgPriceMins(), rule);
        } else if (filter instanceof Filter.Notional rule) {
            boolean isMarket = Lifecycle.isMarket(request.type());
            checkWorth(
                    rule.minNotional(),
                    !isMarket || rule.applyMinToMarket(),
                    rule.maxNotional(),
                    !isMarket || rule.applyMaxToMarket(),
                    rule.avgPriceMins(),
                    rule);
        }
    }

    private void checkWorth(
            BigDecimal min,
            boolean appliesMin,
            @Nullable BigDecimal max,
            boolean appliesMax,
            int minutes,
            Filter filter) {
        for (BigDecimal worth : worths(minutes)) {
            require(!appliesMin || worth.compareTo(min) >= 0, filter);
            require(!appliesMax || max == null || worth.compareTo(max) <= 0, filter);
        }
    }

    /** What the order is worth: at each of its prices, or at the average where it has none. */
    private List<BigDecimal> worths(int minutes) {
        if (request.quoteOrderQty() != null) {
            return List.of(request.quoteOrderQty());
        }
        if (qty == null) {
            return List.of();
        }
        if (!Lifecycle.isMarket(request.type())) {
            return prices().stream().map(qty::multiply).toList();
        }
        BigDecimal measure = market.measure(minutes, now);
        return measure == null ? List.of() : List.of(measure.multiply(qty));
    }

    private void checkTrailing(Filter filter) {
        Integer delta = request.trailingDelta();
        if (delta != null && filter instanceof Filter.TrailingDelta rule) {
            boolean above = TriggerWatch.isRising(request);
            int min = above ? rule.minTrailingAboveDelta() : rule.minTrailingBelowDelta();
            int max = above ? rule.maxTrailingAboveDelta() : rule.maxTrailingBelowDelta();
            require(delta >= min && delta <= max, rule);
        }
    }

    private void checkAsset(Filter.MaxAsset filter) {
        if (filter.asset().equals(market.base())) {
            require(qty == null || qty.compareTo(filter.limit()) <= 0, filter);
        } else if (filter.asset().equals(market.quote())) {
            worths(0).forEach(worth -> require(worth.compareTo(filter.limit()) <= 0, filter));
        }
    }
}
