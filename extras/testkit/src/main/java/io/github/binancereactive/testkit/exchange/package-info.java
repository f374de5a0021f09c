/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What the exchange says, without a socket: its methods and their parameters, its symbols, its limits, its errors. Pure
 * logic: the time comes in with each call and nothing here waits, so every rule is tested with a table of numbers. All
 * mutable state belongs to one {@link io.github.binancereactive.testkit.exchange.SimulatedExchange}, which is confined
 * to one thread, the simulator's event loop.
 *
 * @serial exclude
 */
@NullMarked
package io.github.binancereactive.testkit.exchange;

import org.jspecify.annotations.NullMarked;
