/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/** What became of an attempt to cancel an order: a {@link CancelAnswer} when it was done, or a {@link Refusal}. */
public sealed interface CancelOutcome permits CancelAnswer, Refusal {}
