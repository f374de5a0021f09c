/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.account;

import io.github.binancereactive.core.model.general.SelfTradePreventionMode;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A match that self-trade prevention did not let happen.
 *
 * @param symbol symbol of the order that would have taken
 * @param preventedMatchId the exchange's number of the match, unique within its symbol
 * @param takerOrderId the order that would have taken
 * @param makerSymbol symbol of the order that rested on the book
 * @param makerOrderId the order that rested on the book
 * @param tradeGroupId the group of accounts that both orders belong to
 * @param selfTradePreventionMode which order had to give way
 * @param price the price at which they would have traded
 * @param takerPreventedQuantity what expired of the order that would have taken; null when nothing did
 * @param makerPreventedQuantity what expired of the order that rested on the book; null when nothing did
 * @param transactTime when
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/stp_faq">Self-trade prevention</a>
 */
public record PreventedMatch(
        String symbol,
        long preventedMatchId,
        long takerOrderId,
        String makerSymbol,
        long makerOrderId,
        long tradeGroupId,
        SelfTradePreventionMode selfTradePreventionMode,
        BigDecimal price,
        @Nullable BigDecimal takerPreventedQuantity,
        @Nullable BigDecimal makerPreventedQuantity,
        Instant transactTime) {}
