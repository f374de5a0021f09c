/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What goes wrong, told apart by what a caller can do about it: {@code Rejected}, {@code Transient}, {@code OutcomeUnknown},
 * {@code Protocol}, and the table of the exchange's error codes.
 *
 * @serial exclude
 */
@NullMarked
package io.github.binancereactive.core.error;

import org.jspecify.annotations.NullMarked;
