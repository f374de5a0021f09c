/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The WebSocket wires: session, WebSocket API, market data streams, user data and order books. */
@NullMarked
package io.github.binancereactive.ws;

import org.jspecify.annotations.NullMarked;
