/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.account;

import io.github.binancereactive.core.model.general.Filter;
import java.util.List;

/**
 * The filters that hold for an account on one symbol. Only here {@link Filter.MaxAsset} is shown.
 *
 * @param exchangeFilters filters over all symbols
 * @param symbolFilters filters of the symbol
 * @param assetFilters filters of the symbol's assets
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/filters">Filters</a>
 */
public record RelevantFilters(List<Filter> exchangeFilters, List<Filter> symbolFilters, List<Filter> assetFilters) {

    /** Copies the lists. */
    public RelevantFilters {
        exchangeFilters = List.copyOf(exchangeFilters);
        symbolFilters = List.copyOf(symbolFilters);
        assetFilters = List.copyOf(assetFilters);
    }
}
