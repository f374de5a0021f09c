/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.trade;

/** What became of an attempt to place an order: an {@link OrderAnswer} when it was taken, or a {@link Refusal}. */
public sealed interface PlacementOutcome permits OrderAnswer, Refusal {}
