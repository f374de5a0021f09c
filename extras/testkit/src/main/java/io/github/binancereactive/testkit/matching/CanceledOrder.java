/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

/**
 * An order that was canceled.
 *
 * @param order the order; its {@code clientOrderId} is what the answer calls {@code origClientOrderId}
 * @param clientOrderId the id of the cancel
 * @param transactTime when, in microseconds
 */
public record CanceledOrder(OrderSnapshot order, String clientOrderId, long transactTime) implements Canceled {}
