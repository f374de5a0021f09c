/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.account;

import io.github.binancereactive.core.model.trade.CommissionDiscount;
import org.jspecify.annotations.Nullable;

/**
 * What trades of an account on one symbol cost. A trade pays the sum of the three.
 *
 * @param symbol the symbol
 * @param standardCommission the usual rates; the only ones that {@code discount} reduces
 * @param specialCommission extra rates of the symbol; null in old answers
 * @param taxCommission rates of taxes
 * @param discount the discount for paying in another asset
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/commission_faq">Commission rates</a>
 */
public record SymbolCommission(
        String symbol,
        CommissionRates standardCommission,
        @Nullable CommissionRates specialCommission,
        CommissionRates taxCommission,
        CommissionDiscount discount) {}
