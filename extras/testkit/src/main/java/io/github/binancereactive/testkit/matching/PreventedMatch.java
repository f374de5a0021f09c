/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Two orders that would have traded and were kept from it.
 *
 * @param symbol the symbol
 * @param preventedMatchId its id, unique on the symbol
 * @param takerOrderId the order that came
 * @param makerOrderId the order that was there
 * @param tradeGroupId the trade group; -1 for none
 * @param selfTradePreventionMode the mode that was applied
 * @param price at which they would have traded
 * @param takerPreventedQuantity what the taker lost; null for nothing
 * @param makerPreventedQuantity what the maker lost; null for nothing
 * @param transactTime when, in microseconds
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/stp_faq">Self Trade Prevention</a>
 */
public record PreventedMatch(
        String symbol,
        long preventedMatchId,
        long takerOrderId,
        long makerOrderId,
        long tradeGroupId,
        SelfTradePreventionMode selfTradePreventionMode,
        BigDecimal price,
        @Nullable BigDecimal takerPreventedQuantity,
        @Nullable BigDecimal makerPreventedQuantity,
        long transactTime) {}
