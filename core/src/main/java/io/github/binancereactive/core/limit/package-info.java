/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The exchange's limits as pure arithmetic over a clock that is handed in. */
@NullMarked
package io.github.binancereactive.core.limit;

import org.jspecify.annotations.NullMarked;
