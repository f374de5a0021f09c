/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The exchange's clock as seen from here, and how long to wait between attempts. */
@NullMarked
package io.github.binancereactive.core.time;

import org.jspecify.annotations.NullMarked;
