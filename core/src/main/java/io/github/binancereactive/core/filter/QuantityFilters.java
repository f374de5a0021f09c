/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.trade.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The filters on quantities. */
final class QuantityFilters {

    private QuantityFilters() {}

    static void lot(Filter.LotSize filter, OrderFacts order, Findings findings) {
        String type = filter.filterType();
        within(type, "quantity", order.quantity(), filter.minQty(), filter.maxQty(), filter.stepSize(), findings);
        if (order.isIceberg()) {
            within(
                    type,
                    "icebergQty",
                    order.icebergQty(),
                    filter.minQty(),
                    filter.maxQty(),
                    filter.stepSize(),
                    findings);
        }
    }

    static void marketLot(Filter.MarketLotSize filter, OrderFacts order, Findings findings) {
        if (order.type() == OrderType.MARKET) {
            within(
                    filter.filterType(),
                    "quantity",
                    order.quantity(),
                    filter.minQty(),
                    filter.maxQty(),
                    filter.stepSize(),
                    findings);
        }
    }

    private static void within(
            String filterType,
            String parameter,
            @Nullable BigDecimal quantity,
            BigDecimal least,
            BigDecimal most,
            BigDecimal step,
            Findings findings) {
        if (quantity != null) {
            findings.atLeast(filterType, parameter, quantity, least);
            findings.atMost(filterType, parameter, quantity, most);
            findings.multipleOf(filterType, parameter, quantity, step);
        }
    }

    static void icebergParts(Filter.IcebergParts filter, OrderFacts order, Findings findings) {
        BigDecimal whole = order.quantity();
        BigDecimal part = order.icebergQty();
        if (whole != null && part != null && part.signum() > 0) {
            BigDecimal parts = whole.divide(part, 0, RoundingMode.CEILING);
            if (parts.compareTo(BigDecimal.valueOf(filter.limit())) > 0) {
                findings.broken(
                        filter.filterType(),
                        "icebergQty",
                        "breaks the order into " + parts + " parts, and there may be " + filter.limit());
            }
        }
    }

    static void position(Filter.MaxPosition filter, OrderFacts order, OrderContext context, Findings findings) {
        BigDecimal quantity = order.quantity();
        if (order.side() != Side.BUY) {
            return;
        }
        BigDecimal held = context.position();
        if (quantity == null || held == null) {
            findings.undecided(filter.filterType());
        } else {
            findings.atMost(filter.filterType(), "position", held.add(quantity), filter.maxPosition());
        }
    }
}
