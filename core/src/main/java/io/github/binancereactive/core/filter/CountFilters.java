/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

import io.github.binancereactive.core.model.general.Filter;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The filters on how many orders an account has open: what is sent at once counts together. */
final class CountFilters {

    private CountFilters() {}

    /**
     * Applies a filter if it is one of these.
     *
     * @param orders all orders of one request
     * @param list whether they are an order list
     */
    static void check(Filter filter, List<OrderFacts> orders, boolean list, OrderContext context, Findings findings) {
        int algo = (int) orders.stream().filter(OrderFacts::isAlgo).count();
        int iceberg = (int) orders.stream().filter(OrderFacts::isIceberg).count();
        int lists = list ? 1 : 0;
        OpenOrders symbol = context.onSymbol();
        OpenOrders exchange = context.onExchange();
        if (filter instanceof Filter.MaxNumOrders f) {
            room(f, "maxNumOrders", symbol, OpenOrders::orders, orders.size(), f.maxNumOrders(), findings);
        } else if (filter instanceof Filter.MaxNumAlgoOrders f) {
            room(f, "maxNumAlgoOrders", symbol, OpenOrders::algoOrders, algo, f.maxNumAlgoOrders(), findings);
        } else if (filter instanceof Filter.MaxNumIcebergOrders f) {
            room(
                    f,
                    "maxNumIcebergOrders",
                    symbol,
                    OpenOrders::icebergOrders,
                    iceberg,
                    f.maxNumIcebergOrders(),
                    findings);
        } else if (filter instanceof Filter.MaxNumOrderLists f) {
            room(f, "maxNumOrderLists", symbol, OpenOrders::orderLists, lists, f.maxNumOrderLists(), findings);
        } else if (filter instanceof Filter.ExchangeMaxNumOrders f) {
            room(f, "maxNumOrders", exchange, OpenOrders::orders, orders.size(), f.maxNumOrders(), findings);
        } else if (filter instanceof Filter.ExchangeMaxNumAlgoOrders f) {
            room(f, "maxNumAlgoOrders", exchange, OpenOrders::algoOrders, algo, f.maxNumAlgoOrders(), findings);
        } else if (filter instanceof Filter.ExchangeMaxNumIcebergOrders f) {
            room(
                    f,
                    "maxNumIcebergOrders",
                    exchange,
                    OpenOrders::icebergOrders,
                    iceberg,
                    f.maxNumIcebergOrders(),
                    findings);
        } else if (filter instanceof Filter.ExchangeMaxNumOrderLists f) {
            room(f, "maxNumOrderLists", exchange, OpenOrders::orderLists, lists, f.maxNumOrderLists(), findings);
        }
    }

    private static void room(
            Filter filter,
            String limit,
            @Nullable OpenOrders open,
            ToIntFunction<OpenOrders> present,
            int more,
            int most,
            Findings findings) {
        if (more == 0) {
            return;
        }
        if (open == null) {
            findings.undecided(filter.filterType());
        } else {
            findings.room(filter.filterType(), limit, present.applyAsInt(open), more, most);
        }
    }
}
