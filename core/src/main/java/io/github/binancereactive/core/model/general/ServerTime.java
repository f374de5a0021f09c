/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.general;

import java.time.Instant;

/**
 * The exchange's clock.
 *
 * @param serverTime the moment at which the exchange answered, in milliseconds or microseconds as the client asked
 */
public record ServerTime(Instant serverTime) {}
