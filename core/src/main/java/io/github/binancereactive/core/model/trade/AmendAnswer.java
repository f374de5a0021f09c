/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That an order was amended.
 *
 * @param transactTime when that was
 * @param executionId the exchange's number for the amendment
 * @param amendedOrder the order from now on
 * @param listStatus the list it belongs to; null when it belongs to none
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/trading-endpoints#order-amend-keep-priority-trade">Order amend keep priority</a>
 */
public record AmendAnswer(
        Instant transactTime,
        long executionId,
        AmendedOrder amendedOrder,
        @Nullable AmendedOrderList listStatus) {}
