/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.request;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.GeneralEndpoints;
import io.github.binancereactive.core.model.general.ExecutionRules;
import io.github.binancereactive.core.model.general.SymbolStatus;
import java.util.Collection;
import java.util.List;

/**
 * Whose execution rules to ask for. Immutable; the factories throw an {@link IllegalArgumentException} that names the
 * parameter and the rule it breaks.
 */
public final class ExecutionRulesQuery {

    private static final Call<ExecutionRules> CALL = Call.of(GeneralEndpoints.EXECUTION_RULES);

    private final Call<ExecutionRules> call;

    private ExecutionRulesQuery(Call<ExecutionRules> call) {
        this.call = call;
    }

    /**
     * All symbols.
     *
     * @return the query
     */
    public static ExecutionRulesQuery all() {
        return new ExecutionRulesQuery(CALL);
    }

    /**
     * One symbol.
     *
     * @param symbol name, such as {@code BTCUSDT}
     * @return the query
     */
    public static ExecutionRulesQuery symbol(String symbol) {
        return new ExecutionRulesQuery(CALL.with("symbol", symbol));
    }

    /**
     * Some symbols.
     *
     * @param symbols names, none twice
     * @return the query
     */
    public static ExecutionRulesQuery symbols(String... symbols) {
        return symbols(List.of(symbols));
    }

    /**
     * Some symbols.
     *
     * @param symbols names, none twice
     * @return the query
     */
    public static ExecutionRulesQuery symbols(Collection<String> symbols) {
        return new ExecutionRulesQuery(CALL.with("symbols", symbols));
    }

    /**
     * All symbols of one status.
     *
     * @param status TRADING, HALT or BREAK
     * @return the query
     */
    public static ExecutionRulesQuery symbolStatus(SymbolStatus status) {
        return new ExecutionRulesQuery(CALL.with("symbolStatus", status));
    }

    /**
     * The call that this query is.
     *
     * @return an immutable call
     */
    public Call<ExecutionRules> call() {
        return call;
    }
}
