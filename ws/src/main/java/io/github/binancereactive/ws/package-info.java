/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The WebSocket wires: session, WebSocket API, market streams and user data. */
@NullMarked
package io.github.binancereactive.ws;

import org.jspecify.annotations.NullMarked;
