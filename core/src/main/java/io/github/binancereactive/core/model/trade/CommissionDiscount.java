/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How far the standard commission is reduced when it is paid in an asset of the exchange's choice.
 *
 * @param enabledForAccount whether the account takes it
 * @param enabledForSymbol whether the symbol has it
 * @param discountAsset that asset; null when there is none
 * @param discount by which rate the commission is reduced
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/commission_faq">Commissions</a>
 */
public record CommissionDiscount(
        boolean enabledForAccount,
        boolean enabledForSymbol,
        @Nullable String discountAsset,
        BigDecimal discount) {}
