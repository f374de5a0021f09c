/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The matching engine of the simulator: symbols, accounts and their money, order books, orders of every kind, and the
 * market data that follows from their trades. It knows no JSON, no wire, no thread and no clock: the time comes in
 * with each call, in microseconds since the epoch, and ids come from counters and a seed, so the same calls give the
 * same exchange every time. Confined to one thread, the simulator's event loop.
 *
 * @serial exclude
 */
@NullMarked
package io.github.binancereactive.testkit.matching;

import org.jspecify.annotations.NullMarked;
