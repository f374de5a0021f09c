/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The WebSocket API: requests multiplexed over one session, answers correlated by id, every request brought to an end.
 */
@NullMarked
package io.github.binancereactive.ws.api;

import org.jspecify.annotations.NullMarked;
