/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.model.general.ExchangeInfo;
import io.github.binancereactive.core.model.general.SymbolStatus;
import java.util.Collection;
import java.util.List;

/**
 * Which symbols to describe. Immutable: each method returns a new query, or throws an {@link IllegalArgumentException}
 * that names the parameter and the rule it breaks.
 */
public final class ExchangeInfoQuery {

    private static final ExchangeInfoQuery ALL = new ExchangeInfoQuery(Call.of(GeneralEndpoints.EXCHANGE_INFO));

    private final Call<ExchangeInfo> call;

    private ExchangeInfoQuery(Call<ExchangeInfo> call) {
        this.call = call;
    }

    /**
     * All symbols with the permission SPOT, MARGIN or LEVERAGED.
     *
     * @return the query
     */
    public static ExchangeInfoQuery all() {
        return ALL;
    }

    /**
     * One symbol.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @return the query
     */
    public static ExchangeInfoQuery symbol(String symbol) {
        return ALL.with("symbol", symbol);
    }

    /**
     * Some symbols.
     *
     * @param symbols names, none twice
     * @return the query
     */
    public static ExchangeInfoQuery symbols(String... symbols) {
        return symbols(List.of(symbols));
    }

    /**
     * Some symbols.
     *
     * @param symbols names, none twice
     * @return the query
     */
    public static ExchangeInfoQuery symbols(Collection<String> symbols) {
        return ALL.with("symbols", symbols);
    }

    /**
     * The symbols that have one of some permissions.
     *
     * @param permissions such as {@code SPOT} or {@code TRD_GRP_004}
     * @return the query
     */
    public static ExchangeInfoQuery permissions(String... permissions) {
        return ALL.with("permissions", List.of(permissions));
    }

    /**
     * This query with or without permission sets in the answer; they are a large part of it.
     *
     * @param show false leaves them empty; the exchange's default is true
     * @return a new query
     */
    public ExchangeInfoQuery showPermissionSets(boolean show) {
        return with("showPermissionSets", show);
    }

    /**
     * This query, but only symbols of one status. Not with named symbols.
     *
     * @param status TRADING, HALT or BREAK
     * @return a new query
     */
    public ExchangeInfoQuery symbolStatus(SymbolStatus status) {
        return with("symbolStatus", status);
    }

    /**
     * The call that this query is.
     *
     * @return an immutable call
     */
    public Call<ExchangeInfo> call() {
        return call;
    }

    private ExchangeInfoQuery with(String name, Object value) {
        return new ExchangeInfoQuery(call.with(name, value));
    }
}
