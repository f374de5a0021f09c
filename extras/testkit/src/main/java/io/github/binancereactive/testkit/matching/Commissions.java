/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;

/**
 * The commission rates of an account on a symbol.
 *
 * @param symbol the symbol
 * @param standard standard commission
 * @param special special commission
 * @param tax tax commission
 * @param discount what paying in the discount asset does
 */
public record Commissions(
        String symbol, CommissionRates standard, CommissionRates special, CommissionRates tax, Discount discount) {

    /**
     * What paying in the discount asset does.
     *
     * @param enabledForAccount whether the account does so
     * @param enabledForSymbol whether the symbol allows it
     * @param discountAsset the asset
     * @param discount by what the standard commission is multiplied
     */
    public record Discount(
            boolean enabledForAccount, boolean enabledForSymbol, String discountAsset, BigDecimal discount) {}
}
