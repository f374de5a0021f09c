/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;

/**
 * One change of an order's quantity.
 *
 * @param symbol the symbol
 * @param orderId the order
 * @param executionId counts what happens on the symbol
 * @param origClientOrderId its client order id before
 * @param newClientOrderId its client order id after
 * @param origQty its quantity before
 * @param newQty its quantity after
 * @param time when, in microseconds
 */
public record Amendment(
        String symbol,
        long orderId,
        long executionId,
        String origClientOrderId,
        String newClientOrderId,
        BigDecimal origQty,
        BigDecimal newQty,
        long time) {}
