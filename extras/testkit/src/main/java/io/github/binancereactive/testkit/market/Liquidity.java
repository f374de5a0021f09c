/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.market;

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
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Market makers, one for each symbol, whose orders rest in the book so that a fresh exchange has prices: a first trade,
 * and some levels on either side of it. The same seed gives the same books.
 */
public final class Liquidity {

    private static final long FIRST_MAKER = 1_000_000;
    private static final long FIRST_TAKER = 2_000_000;
    private static final BigDecimal A_STEP = new BigDecimal("0.0005");
    private static final BigDecimal PLENTY = BigDecimal.valueOf(1_000_000_000_000L);

    private final MatchingEngine engine;
    private final long seed;
    private final int levels;

    /**
     * Liquidity for an engine.
     *
     * @param engine the engine
     * @param seed from which prices and quantities come
     * @param levels how many orders there are to be on either side of each book
     */
    public Liquidity(MatchingEngine engine, long seed, int levels) {
        this.engine = engine;
        this.seed = seed;
        this.levels = levels;
    }

    /**
     * Makes a market; a symbol that isn't trading, or whose rules refuse the orders, stays without.
     *
     * @param symbol the symbol
     * @param index tells the accounts of one symbol from those of others
     * @param nowMicros now
     */
    public void provide(SymbolInfo symbol, int index, long nowMicros) {
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
        private final Terms terms;
        private final BigDecimal middle;

        Maker(SymbolInfo symbol, int index, long nowMicros) {
            this.symbol = symbol;
            this.nowMicros = nowMicros;
            maker = FIRST_MAKER + index;
            taker = FIRST_TAKER + index;
            random = new SplittableRandom(seed * 31 + symbol.symbol().hashCode());
            terms = Terms.of(symbol);
            middle = terms.firstPrice(random);
        }

        void work() {
            fund(maker);
            fund(taker);
            trade();
            BigDecimal distance = middle.multiply(A_STEP)
                    .divide(terms.tick(), 0, RoundingMode.UP)
                    .multiply(terms.tick());
            for (int level = 1; level <= levels; level++) {
                BigDecimal away = distance.multiply(BigDecimal.valueOf(level));
                order(maker, Side.BUY, middle.subtract(away), TimeInForce.GTC);
                order(maker, Side.SELL, middle.add(away), TimeInForce.GTC);
            }
        }

        private void fund(long account) {
            engine.open(new AccountSettings(account, -1, true, terms.permissions(), false, null, List.of()));
            BigDecimal base = terms.quantity(middle).multiply(BigDecimal.valueOf(10L * (levels + 1)));
            engine.deposit(account, symbol.baseAsset(), base, nowMicros);
            engine.deposit(account, symbol.quoteAsset(), PLENTY, nowMicros);
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
            BigDecimal usual = terms.quantity(middle);
            BigDecimal quantity = account == taker || price.compareTo(middle) == 0
                    ? usual
                    : terms.percent(usual, 100 + random.nextInt(700));
            engine.place(
                    account,
                    OrderRequest.of(symbol.symbol(), side, OrderType.LIMIT)
                            .timeInForce(timeInForce)
                            .quantity(quantity)
                            .price(price)
                            .build(),
                    nowMicros);
        }
    }
}
