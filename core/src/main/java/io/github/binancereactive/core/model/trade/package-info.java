/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Orders and order lists: what is sent, what the exchange answers, and the words for it.
 */
@NullMarked
package io.github.binancereactive.core.model.trade;

import org.jspecify.annotations.NullMarked;
