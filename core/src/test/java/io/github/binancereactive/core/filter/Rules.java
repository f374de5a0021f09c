/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.filter;

import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import io.github.binancereactive.core.model.general.SymbolInfo;
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.model.trade.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rules and orders for tests. */
final class Rules {

    private Rules() {}

    /** A symbol that allows everything but what its filters forbid. */
    static OrderRules of(Filter... filters) {
        return of(symbol(SymbolStatus.TRADING, true, filters));
    }

    static OrderRules of(SymbolInfo symbol, Filter... ofTheExchange) {
        return OrderRules.of(
                symbol,
                new ExchangeInfo("UTC", Instant.EPOCH, List.of(), List.of(ofTheExchange), List.of(symbol), null));
    }

    static SymbolInfo symbol(SymbolStatus status, boolean allowed, Filter... filters) {
        List<OrderType> types = allowed ? List.of(OrderType.values()) : List.of(OrderType.LIMIT);
        List<SelfTradePreventionMode> modes =
                allowed ? List.of(SelfTradePreventionMode.values()) : List.of(SelfTradePreventionMode.NONE);
        return new SymbolInfo(
                "BTCUSDT",
                status,
                "BTC",
                8,
                "USDT",
                8,
                8,
                8,
                8,
                types,
                allowed,
                allowed,
                allowed,
                allowed,
                allowed,
                allowed,
                allowed,
                allowed,
                allowed,
                true,
                false,
                Arrays.asList(filters),
                List.of(),
                List.of(),
                SelfTradePreventionMode.NONE,
                modes);
    }

    static BigDecimal d(String number) {
        return new BigDecimal(number);
    }

    private static @Nullable BigDecimal orNull(@Nullable String number) {
        return number == null || number.isEmpty() ? null : d(number);
    }

    static OrderFacts limit(Side side, String quantity, String price) {
        return OrderFacts.limit(side, d(quantity), d(price));
    }

    static OrderFacts market(Side side, String quantity) {
        return OrderFacts.market(side, d(quantity));
    }

    static OrderFacts marketQuote(Side side, String value) {
        return new OrderFacts(side, OrderType.MARKET, null, null, d(value), null, null, null, false, null);
    }

    static OrderFacts iceberg(String quantity, String part) {
        return new OrderFacts(Side.BUY, OrderType.LIMIT, d("10"), d(quantity), null, null, null, d(part), false, null);
    }

    static OrderFacts stop(Side side, OrderType type, @Nullable String stopPrice, @Nullable Long delta) {
        return new OrderFacts(side, type, null, d("1"), null, orNull(stopPrice), delta, null, false, null);
    }

    static List<String> broken(OrderCheck check) {
        return check.violations().stream()
                .map(violation -> violation.filterType() + " " + violation.parameter())
                .toList();
    }
}
