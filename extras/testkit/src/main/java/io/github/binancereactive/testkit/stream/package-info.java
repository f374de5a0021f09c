/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The market data streams of the simulator, without wires: who has subscribed to what, the control channel, and the feeds
 * that turn what happens in the engine into events. Every event of any origin goes through {@link
 * io.github.binancereactive.testkit.stream.StreamBoard#publish}. Confined to the simulator's event loop.
 *
 * @serial exclude
 */
@NullMarked
package io.github.binancereactive.testkit.stream;

import org.jspecify.annotations.NullMarked;
