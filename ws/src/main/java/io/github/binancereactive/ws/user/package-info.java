/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * User data: what the exchange tells accounts about themselves, subscribed to on the connections of a WebSocket API client and kept
 * up across them.
 */
@NullMarked
package io.github.binancereactive.ws.user;

import org.jspecify.annotations.NullMarked;
