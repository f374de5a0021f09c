/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.account;

import java.math.BigDecimal;

/**
 * Rates of commission, as fractions: {@code 0.001} is a tenth of a percent. What a trade costs is the sum of the rate of its
 * role and the rate of its side.
 *
 * @param maker rate of an order that rested on the book
 * @param taker rate of an order that took from the book
 * @param buyer rate of a buy, whatever its role
 * @param seller rate of a sale, whatever its role
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/commission_faq">Commission rates</a>
 */
public record CommissionRates(BigDecimal maker, BigDecimal taker, BigDecimal buyer, BigDecimal seller) {}
