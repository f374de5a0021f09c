/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.core.model.general.RateLimit;
import io.github.binancereactive.core.model.general.RateLimitInterval;
import io.github.binancereactive.core.model.general.RateLimitType;
import io.github.binancereactive.core.model.general.SymbolInfo;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.market.Liquidity;
import io.github.binancereactive.testkit.matching.CommissionRates;
import io.github.binancereactive.testkit.matching.EngineListener;
import io.github.binancereactive.testkit.matching.EngineSettings;
import io.github.binancereactive.testkit.matching.MatchingEngine;
import io.github.binancereactive.testkit.matching.SymbolSettings;
import java.util.List;

/** Sets up the engine: lists the symbols, opens the accounts, lets the market makers in. */
final class Floor {

    private static final CommissionRates COMMISSION = CommissionRates.of("0.001", "0.001");
    // Beyond this many symbols a fresh exchange would take noticeably long to fill.
    private static final int MANY_SYMBOLS = 500;
    private static final int FEW_LEVELS = 2;

    private Floor() {}

    static MatchingEngine open(ExchangeSettings settings, AccountBook accounts, EngineListener events, long nowMicros) {
        MatchingEngine engine = new MatchingEngine(
                EngineSettings.of(settings.seed())
                        .withOrderLimits(orderLimits(settings.limits()))
                        .withExchangeFilters(
                                SymbolReader.filters(settings.listing().exchangeFilters())),
                events);
        List<SymbolInfo> symbols = settings.listing().infos();
        symbols.forEach(symbol -> engine.list(SymbolSettings.of(symbol, COMMISSION)));
        for (SimulatedAccount account : settings.accounts()) {
            accounts.open(engine, account, symbols, nowMicros);
        }
        provide(engine, settings, symbols, nowMicros);
        return engine;
    }

    private static void provide(
            MatchingEngine engine, ExchangeSettings settings, List<SymbolInfo> symbols, long nowMicros) {
        int levels = symbols.size() > MANY_SYMBOLS ? Math.min(FEW_LEVELS, settings.levels()) : settings.levels();
        Liquidity liquidity = new Liquidity(engine, settings.seed(), levels);
        for (int i = 0; i < symbols.size(); i++) {
            if (!settings.listing().isQuiet(symbols.get(i).symbol())) {
                liquidity.provide(symbols.get(i), i, nowMicros);
            }
        }
    }

    static List<RateLimit> orderLimits(SimulatedLimits limits) {
        return List.of(
                new RateLimit(
                        RateLimitType.ORDERS,
                        RateLimitInterval.SECOND,
                        10,
                        Math.toIntExact(limits.ordersInTenSeconds())),
                new RateLimit(RateLimitType.ORDERS, RateLimitInterval.DAY, 1, Math.toIntExact(limits.ordersInADay())));
    }
}
