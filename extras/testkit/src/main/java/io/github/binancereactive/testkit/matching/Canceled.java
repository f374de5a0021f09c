/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

/** What a cancel ended: one order, or the order list it belonged to. */
public sealed interface Canceled permits CanceledOrder, CanceledList {}
