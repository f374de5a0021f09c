/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.account;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A change of an order's quantity that kept its place on the book.
 *
 * @param symbol what is traded
 * @param orderId the order
 * @param executionId the exchange's number of the change, rising with each
 * @param origClientOrderId the client's name for the order before
 * @param newClientOrderId the client's name for the order since
 * @param origQty its quantity before
 * @param newQty its quantity since
 * @param time when
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/faqs/order_amend_keep_priority">Order amend keep
 *     priority</a>
 */
public record Amendment(
        String symbol,
        long orderId,
        long executionId,
        String origClientOrderId,
        String newClientOrderId,
        BigDecimal origQty,
        BigDecimal newQty,
        Instant time) {}
