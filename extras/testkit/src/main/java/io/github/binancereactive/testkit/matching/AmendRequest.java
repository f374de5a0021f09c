/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An order whose quantity is to be reduced.
 *
 * @param symbol the symbol
 * @param order which order
 * @param newClientOrderId its client order id from then on; null for a generated one
 * @param newQty its quantity from then on
 */
public record AmendRequest(
        String symbol, OrderKey order, @Nullable String newClientOrderId, BigDecimal newQty) {}
