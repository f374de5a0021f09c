/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import io.github.binancereactive.core.model.trade.CancelReplaceMode;
import io.github.binancereactive.core.model.trade.OrderRateLimitExceededMode;

/**
 * An order that is to be canceled and another that is to be placed.
 *
 * @param cancel what to cancel
 * @param order what to place
 * @param mode whether the order is placed when the cancel fails
 * @param exceededMode whether the cancel is tried when there are too many unfilled orders
 */
public record ReplaceRequest(
        CancelRequest cancel, OrderRequest order, CancelReplaceMode mode, OrderRateLimitExceededMode exceededMode) {}
