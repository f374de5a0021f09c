/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import org.jspecify.annotations.Nullable;

/**
 * An order that was amended.
 *
 * @param order the order as it is now
 * @param amendment what was changed
 * @param list its order list; null when it has none
 */
public record AmendedOrder(
        OrderSnapshot order, Amendment amendment, @Nullable OrderListSnapshot list) {}
