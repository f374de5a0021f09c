/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.general;

/**
 * How much of a limit is used up, as an answer of the WebSocket API reports it.
 *
 * @param limit the limit
 * @param count what the present window has counted, this request included
 */
public record RateLimitUsage(RateLimit limit, int count) {}
