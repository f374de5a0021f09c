/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Runnable programs that show the connector at work. */
@NullMarked
package io.github.binancereactive.examples;

import org.jspecify.annotations.NullMarked;
