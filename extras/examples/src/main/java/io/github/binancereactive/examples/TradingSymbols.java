/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.examples;

import io.github.binancereactive.core.api.SpotApi;
import io.github.binancereactive.core.model.general.SymbolInfo;
import io.github.binancereactive.core.model.general.SymbolStatus;
import java.util.List;
import reactor.core.publisher.Mono;

/** A small service as an application might have one: it knows the API and not the wire. */
// tag::service[]
public final class TradingSymbols {

    private final SpotApi api;

    public TradingSymbols(SpotApi api) {
        this.api = api;
    }

    public Mono<List<String>> names() {
        return api.exchangeInfo()
                .map(info -> info.symbols().stream()
                        .filter(symbol -> symbol.status() == SymbolStatus.TRADING)
                        .map(SymbolInfo::symbol)
                        .toList());
    }
}
// end::service[]
