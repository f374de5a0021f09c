/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import io.github.binancereactive.core.model.general.Filter;
import io.github.binancereactive.core.model.general.SymbolInfo;
import io.github.binancereactive.testkit.account.SimulatedAccount;
import io.github.binancereactive.testkit.matching.AccountSettings;
import io.github.binancereactive.testkit.matching.MatchingEngine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The accounts under the numbers that the engine knows them by. Confined to the simulator's event loop. */
final class AccountBook {

    private static final long FIRST = 354_937_868;
    private static final BigDecimal PLENTY_OF_MONEY = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal PLENTY_OF_OTHERS = BigDecimal.valueOf(1_000);

    private final Map<String, Long> ids = new HashMap<>();
    private final Map<Long, String> names = new HashMap<>();
    private final Map<Long, Long> updatedAt = new HashMap<>();

    /** Opens an account and pays in what it owns at first. */
    void open(MatchingEngine engine, SimulatedAccount account, List<SymbolInfo> symbols, long nowMicros) {
        long id = FIRST + ids.size();
        if (ids.putIfAbsent(account.name(), id) != null) {
            throw new IllegalArgumentException("two accounts are called " + account.name());
        }
        names.put(id, account.name());
        engine.open(AccountSettings.of(id)
                .withTradeGroupId(account.tradeGroup())
                .withDiscount(account.paysInDiscountAsset())
                .withAssetFilters(filters(account)));
        updated(id, nowMicros);
        Map<String, BigDecimal> balances = account.balances();
        (balances == null ? plenty(symbols) : balances).forEach((asset, amount) -> {
            if (amount.signum() > 0) {
                engine.deposit(id, asset, amount, nowMicros);
            }
        });
    }

    private static List<Filter.MaxAsset> filters(SimulatedAccount account) {
        List<Filter.MaxAsset> filters = new ArrayList<>();
        account.assetLimits().forEach((asset, limit) -> filters.add(new Filter.MaxAsset(asset, limit)));
        return filters;
    }

    /** Of what things are paid in, a million; of everything else a thousand, which no MAX_POSITION is below. */
    private static Map<String, BigDecimal> plenty(List<SymbolInfo> symbols) {
        Map<String, BigDecimal> plenty = new LinkedHashMap<>();
        symbols.forEach(symbol -> plenty.put(symbol.quoteAsset(), PLENTY_OF_MONEY));
        symbols.forEach(symbol -> plenty.putIfAbsent(symbol.baseAsset(), PLENTY_OF_OTHERS));
        return plenty;
    }

    long id(String name) {
        Long id = ids.get(name);
        if (id == null) {
            throw new IllegalArgumentException("no account is called " + name);
        }
        return id;
    }

    /** The name of an account; null for one that nobody can call, such as a market maker's. */
    @Nullable String name(long id) {
        return names.get(id);
    }

    void updated(long id, long nowMicros) {
        updatedAt.put(id, nowMicros);
    }

    long updatedAt(long id) {
        return updatedAt.getOrDefault(id, 0L);
    }
}
