/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.general;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The exchange's trading rules and symbols.
 *
 * @param timezone time zone of the exchange, {@code UTC}
 * @param serverTime the exchange's clock when it answered
 * @param rateLimits the limits in force
 * @param exchangeFilters filters over all symbols
 * @param symbols the symbols asked for, in the exchange's order
 * @param sors where smart order routing is available; null when the exchange has none
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/general-endpoints">Exchange
 *     information</a>
 */
public record ExchangeInfo(
        String timezone,
        Instant serverTime,
        List<RateLimit> rateLimits,
        List<Filter> exchangeFilters,
        List<SymbolInfo> symbols,
        @Nullable List<Sor> sors) {

    /** Copies the lists. */
    public ExchangeInfo {
        rateLimits = List.copyOf(rateLimits);
        exchangeFilters = List.copyOf(exchangeFilters);
        symbols = List.copyOf(symbols);
        sors = sors == null ? null : List.copyOf(sors);
    }

    /**
     * Finds a symbol. This searches the list; keep a map of your own for frequent use.
     *
     * @param name name of the symbol, such as {@code BTCUSDT}
     * @return empty when this answer doesn't have it
     */
    public Optional<SymbolInfo> symbol(String name) {
        return symbols.stream().filter(info -> info.symbol().equals(name)).findFirst();
    }
}
