/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import java.math.BigDecimal;

/**
 * How much an account has of an asset.
 *
 * @param asset the asset
 * @param free what it can use
 * @param locked what its orders hold
 */
public record BalanceSnapshot(String asset, BigDecimal free, BigDecimal locked) {}
