/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What market data streams bring: one record for each kind of event.
 */
@NullMarked
package io.github.binancereactive.core.model.stream;

import org.jspecify.annotations.NullMarked;
