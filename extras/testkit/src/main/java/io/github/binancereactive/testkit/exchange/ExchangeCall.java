/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import org.jspecify.annotations.Nullable;

/**
 * One request, freed of its wire.
 *
 * @param method {@code order.place}, without a version in front, or {@code POST /api/v3/order}
 * @param parameters what was sent
 * @param unit the unit of times in the answer
 * @param ip whose limits it counts towards
 * @param claim who it says it is from
 * @param session the WebSocket connection; null on REST
 */
public record ExchangeCall(
        String method,
        Parameters parameters,
        TimestampUnit unit,
        String ip,
        Claim claim,
        @Nullable Session session) {}
