/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Market data streams: subscriptions that outlive connections, shared by subscribers, each with a bound of its own.
 */
@NullMarked
package io.github.binancereactive.ws.stream;

import org.jspecify.annotations.NullMarked;
