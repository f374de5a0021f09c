/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Who trades on a simulated exchange when nobody else does: resting orders that give a fresh exchange prices, and a market
 * that moves by itself. They have accounts of the exchange's own and trade through its matching engine like everybody.
 * Confined to the simulator's event loop.
 *
 * @serial exclude
 */
@NullMarked
package io.github.binancereactive.testkit.market;

import org.jspecify.annotations.NullMarked;
