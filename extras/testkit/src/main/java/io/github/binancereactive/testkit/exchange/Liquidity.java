/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.OrderType;
import io.github.binancereactive.core.model.general.SymbolInfo;
import io.github.binancereactive.core.model.general.SymbolStatus;
import io.github.binancereactive.core.model.trade.Side;
import io.github.binancereactive.core.model.trade.TimeInForce;
import io.github.binancereactive.testkit.matching.AccountSettings;
import io.github.binancereactive.testkit.matching.MatchingEngine;
import io.github.binancereactive.testkit.matching.OrderRequest;
import io.github.binancereactive.testkit.matching.Refusal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Market makers, one for each symbol, whose orders rest in the book so that a fresh exchange has prices: a first trade,
 * and some levels on either side of it. The same seed gives the same books.
 */
final class Liquidity {

    private static final long FIRST_MAKER = 1_000_000;
    private static final long FIRST_TAKER = 2_000_000;
    private static final Map<String, String> WELL_KNOWN = Map.of(
            "BTCUSDT", "60000",
            "BTCUSDC", "60010",
            "ETHUSDT", "3000",
            "BNBBTC", "0.01");
    private static final BigDecimal A_STEP = new BigDecimal("0.0005");
    private static final BigDecimal PLENTY = BigDecimal.valueOf(1_000_000_000_000L);
    private static final BigDecimal FINEST = new BigDecimal("0.00000001");

    private final MatchingEngine engine;
    private final long seed;
    private final int levels;

    Liquidity(MatchingEngine engine, long seed, int levels) {
        this.engine = engine;
        this.seed = seed;
        this.levels = levels;
    }

    /** Makes a market; a symbol that isn't trading, or whose rules refuse the orders, stays without. */
    void provide(SymbolInfo symbol, int index, long nowMicros) {
        if (symbol.status() == SymbolStatus.TRADING && levels > 0) {
            try {
                new Maker(symbol, index, nowMicros).work();
            } catch (Refusal rules) {
                // Made-up prices and quantities don't suit every recorded symbol.
                return;
            }
        }
    }

    /** Makes the market of one symbol. */
    private final class Maker {

        private final SymbolInfo symbol;
        private final long maker;
        private final long taker;
        private final long nowMicros;
        private final SplittableRandom random;
        private final BigDecimal tick;
        private final BigDecimal step;
        private final BigDecimal middle;

        Maker(SymbolInfo symbol, int index, long nowMicros) {
            this.symbol = symbol;
            this.nowMicros = nowMicros;
            maker = FIRST_MAKER + index;
            taker = FIRST_TAKER + index;
            random = new SplittableRandom(seed * 31 + symbol.symbol().hashCode());
            tick = positive(symbol.filter(Filter.PriceFilter.class)
                    .map(Filter.PriceFilter::tickSize)
                    .orElse(FINEST));
            step = positive(symbol.filter(Filter.LotSize.class)
                    .map(Filter.LotSize::stepSize)
                    .orElse(FINEST));
            middle = middle();
        }

        void work() {
            fund(maker);
            fund(taker);
            trade();
            BigDecimal distance =
                    middle.multiply(A_STEP).divide(tick, 0, RoundingMode.UP).multiply(tick);
            for (int level = 1; level <= levels; level++) {
                BigDecimal away = distance.multiply(BigDecimal.valueOf(level));
                order(maker, Side.BUY, middle.subtract(away), TimeInForce.GTC);
                order(maker, Side.SELL, middle.add(away), TimeInForce.GTC);
            }
        }

        private void fund(long account) {
            engine.open(new AccountSettings(account, -1, true, permissions(), false, null, List.of()));
            BigDecimal base = quantity().multiply(BigDecimal.valueOf(10L * (levels + 1)));
            engine.deposit(account, symbol.baseAsset(), base, nowMicros);
            engine.deposit(account, symbol.quoteAsset(), PLENTY, nowMicros);
        }

        private List<String> permissions() {
            return symbol.permissionSets().isEmpty()
                    ? symbol.permissions()
                    : symbol.permissionSets().stream().map(set -> set.get(0)).toList();
        }

        /** The first trade, which gives the symbol its price. */
        private void trade() {
            order(maker, Side.SELL, middle, TimeInForce.GTC);
            order(taker, Side.BUY, middle, TimeInForce.IOC);
        }

        private void order(long account, Side side, BigDecimal price, TimeInForce timeInForce) {
            if (price.signum() <= 0) {
                return;
            }
            BigDecimal quantity = account == taker || price.compareTo(middle) == 0
                    ? quantity()
                    : rounded(quantity()
                            .multiply(BigDecimal.valueOf(100 + random.nextInt(700)))
                            .movePointLeft(2));
            engine.place(
                    account,
                    OrderRequest.of(symbol.symbol(), side, OrderType.LIMIT)
                            .timeInForce(timeInForce)
                            .quantity(quantity)
                            .price(price)
                            .build(),
                    nowMicros);
        }

        private BigDecimal middle() {
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
        private BigDecimal quantity() {
            BigDecimal notional = symbol.filter(Filter.Notional.class)
                    .map(Filter.Notional::minNotional)
                    .orElse(BigDecimal.ONE)
                    .max(symbol.filter(Filter.MinNotional.class)
                            .map(Filter.MinNotional::minNotional)
                            .orElse(BigDecimal.ZERO));
            BigDecimal least = symbol.filter(Filter.LotSize.class)
                    .map(Filter.LotSize::minQty)
                    .orElse(step);
            return rounded(notional.multiply(BigDecimal.TEN)
                    .divide(middle, MathContext.DECIMAL64)
                    .max(least.multiply(BigDecimal.TEN))
                    .max(BigDecimal.ONE.min(least.multiply(BigDecimal.valueOf(100_000)))));
        }

        private BigDecimal rounded(BigDecimal quantity) {
            BigDecimal most = symbol.filter(Filter.LotSize.class)
                    .map(Filter.LotSize::maxQty)
                    .orElse(PLENTY);
            return quantity.min(most).divide(step, 0, RoundingMode.DOWN).multiply(step);
        }

        private static BigDecimal positive(BigDecimal size) {
            return size.signum() > 0 ? size : FINEST;
        }
    }
}
