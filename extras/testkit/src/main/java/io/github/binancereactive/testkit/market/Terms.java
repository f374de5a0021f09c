/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.market;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.SymbolInfo;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * In which steps a symbol is traded, and which prices and quantities suit its filters.
 *
 * @param symbol the symbol
 * @param tick the step of its price
 * @param step the step of its quantity
 */
record Terms(SymbolInfo symbol, BigDecimal tick, BigDecimal step) {

    private static final Map<String, String> WELL_KNOWN = Map.of(
            "BTCUSDT", "60000",
            "BTCUSDC", "60010",
            "ETHUSDT", "3000",
            "BNBBTC", "0.01");
    private static final BigDecimal FINEST = new BigDecimal("0.00000001");
    private static final BigDecimal ENDLESS = BigDecimal.valueOf(1_000_000_000_000L);

    static Terms of(SymbolInfo symbol) {
        BigDecimal tick = symbol.filter(Filter.PriceFilter.class)
                .map(Filter.PriceFilter::tickSize)
                .orElse(FINEST);
        BigDecimal step = symbol.filter(Filter.LotSize.class)
                .map(Filter.LotSize::stepSize)
                .orElse(FINEST);
        return new Terms(symbol, positive(tick), positive(step));
    }

    private static BigDecimal positive(BigDecimal size) {
        return size.signum() > 0 ? size : FINEST;
    }

    /** The price that it begins with: one that people know, or any. */
    BigDecimal firstPrice(SplittableRandom random) {
        String known = WELL_KNOWN.get(symbol.symbol());
        if (known != null) {
            return new BigDecimal(known)
                    .divide(tick, 0, RoundingMode.HALF_UP)
                    .max(BigDecimal.TEN)
                    .multiply(tick);
        }
        return tick.multiply(BigDecimal.valueOf(200_000 + random.nextInt(1_800_000)));
    }

    /** Enough for the least notional value ten times over. */
    BigDecimal quantity(BigDecimal price) {
        BigDecimal notional = symbol.filter(Filter.Notional.class)
                .map(Filter.Notional::minNotional)
                .orElse(BigDecimal.ONE)
                .max(symbol.filter(Filter.MinNotional.class)
                        .map(Filter.MinNotional::minNotional)
                        .orElse(BigDecimal.ZERO));
        BigDecimal least =
                symbol.filter(Filter.LotSize.class).map(Filter.LotSize::minQty).orElse(step);
        return rounded(notional.multiply(BigDecimal.TEN)
                .divide(price, MathContext.DECIMAL64)
                .max(least.multiply(BigDecimal.TEN))
                .max(BigDecimal.ONE.min(least.multiply(BigDecimal.valueOf(100_000)))));
    }

    /** So many hundredths of a quantity. */
    BigDecimal percent(BigDecimal quantity, int percent) {
        return rounded(quantity.multiply(BigDecimal.valueOf(percent)).movePointLeft(2));
    }

    private BigDecimal rounded(BigDecimal quantity) {
        BigDecimal most =
                symbol.filter(Filter.LotSize.class).map(Filter.LotSize::maxQty).orElse(ENDLESS);
        return quantity.min(most).divide(step, 0, RoundingMode.DOWN).multiply(step);
    }

    long ticks(BigDecimal price) {
        return price.divide(tick, 0, RoundingMode.HALF_UP).longValueExact();
    }

    BigDecimal price(long ticks) {
        return tick.multiply(BigDecimal.valueOf(ticks));
    }

    /** What an account needs to be allowed to trade it. */
    List<String> permissions() {
        return symbol.permissionSets().isEmpty()
                ? symbol.permissions()
                : symbol.permissionSets().stream().map(set -> set.get(0)).toList();
    }
}
