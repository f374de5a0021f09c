/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.user;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that this version of the connector doesn't know, or can't read.
 *
 * @param eventType the exchange's name for it; empty when it has none
 * @param eventTime when the exchange made it; null when it doesn't say
 * @param json the event as it came
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/user-data-stream">User Data Streams</a>
 */
public record UnknownUserDataEvent(
        String eventType, @Nullable Instant eventTime, String json) implements UserDataEvent {}
