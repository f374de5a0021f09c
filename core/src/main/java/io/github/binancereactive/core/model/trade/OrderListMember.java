/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/**
 * An order of a list.
 *
 * @param symbol its symbol
 * @param orderId the exchange's number for it
 * @param clientOrderId the caller's id for it
 */
public record OrderListMember(String symbol, long orderId, String clientOrderId) {}
