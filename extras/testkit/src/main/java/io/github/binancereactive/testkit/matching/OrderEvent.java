/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.trade.ExecutionType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an order, in the order in which it happened.
 *
 * @param executionType what happened
 * @param executionId counts what happens on the symbol
 * @param order the order after it
 * @param origClientOrderId the order's client order id when {@code clientOrderId} is another; null otherwise
 * @param clientOrderId the client order id to report: that of the cancel, or the order's
 * @param fill the fill; null when it was none
 * @param isMaker whether the fill was as the maker
 * @param preventedMatch the match that was prevented; null when it was none
 * @param lastPreventedQty the quantity that it took away; null when it was none
 * @param time when, in microseconds
 */
public record OrderEvent(
        ExecutionType executionType,
        long executionId,
        OrderSnapshot order,
        @Nullable String origClientOrderId,
        String clientOrderId,
        @Nullable Fill fill,
        boolean isMaker,
        @Nullable PreventedMatch preventedMatch,
        @Nullable BigDecimal lastPreventedQty,
        long time) {}
