/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What market data streams the exchange has: their names, what they bring, how often, and in which order.
 */
@NullMarked
package io.github.binancereactive.core.stream;

import org.jspecify.annotations.NullMarked;
