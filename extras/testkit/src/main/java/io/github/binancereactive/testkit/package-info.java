/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The exchange in a box: a simulator that behaves like the documented exchange, with faults on demand. */
@NullMarked
package io.github.binancereactive.testkit;

import org.jspecify.annotations.NullMarked;
