/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The exchange's filters, applied before an order costs a round trip: what it would break, and how to round it so that it
 * fits.
 */
@NullMarked
package io.github.binancereactive.core.filter;

import org.jspecify.annotations.NullMarked;
