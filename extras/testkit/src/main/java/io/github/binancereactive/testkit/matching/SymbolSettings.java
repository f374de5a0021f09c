/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.ExecutionRule;
import io.github.binancereactive.core.model.general.SymbolInfo;
import java.util.List;

/**
 * A symbol as the engine trades it.
 *
 * @param info its assets, filters, and what orders it takes, as {@code exchangeInfo} tells it
 * @param standard rates of the standard commission
 * @param special rates of the special commission
 * @param tax rates of the tax commission
 * @param discountEnabled whether commission may be paid in the discount asset
 * @param rules the execution rules
 */
public record SymbolSettings(
        SymbolInfo info,
        CommissionRates standard,
        CommissionRates special,
        CommissionRates tax,
        boolean discountEnabled,
        List<ExecutionRule> rules) {

    /** Copies the list. */
    public SymbolSettings {
        rules = List.copyOf(rules);
    }

    /**
     * A symbol on which the standard commission is all there is.
     *
     * @param info the symbol
     * @param standard rates of the standard commission
     * @return its settings, with discount and without execution rules
     */
    public static SymbolSettings of(SymbolInfo info, CommissionRates standard) {
        return new SymbolSettings(info, standard, CommissionRates.NONE, CommissionRates.NONE, true, List.of());
    }
}
