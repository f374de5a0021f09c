/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What the Binance Spot exchange is, without any transport: where it is reached, what it offers, what it answers, and the
 * rules that a client of it obeys. The packages below hold one of these concerns each.
 */
@NullMarked
package io.github.binancereactive.core;

import org.jspecify.annotations.NullMarked;
