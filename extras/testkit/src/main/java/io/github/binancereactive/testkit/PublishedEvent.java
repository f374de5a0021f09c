/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.time.Instant;

/**
 * An event as the exchange published it, before anything went wrong with it.
 *
 * @param stream the stream's name
 * @param at when, on the simulator's clock
 * @param json the payload without the form that combined streams wrap it in, times in milliseconds
 */
public record PublishedEvent(String stream, Instant at, String json) {}
