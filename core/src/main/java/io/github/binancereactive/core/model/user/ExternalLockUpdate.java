/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.user;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A part of the balance was locked or unlocked by another system, such as collateral for margin.
 *
 * @param eventTime when the exchange made the event
 * @param asset of which asset
 * @param delta how much; negative for what was unlocked
 * @param transactTime when it happened
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/user-data-stream">User Data Streams</a>
 */
public record ExternalLockUpdate(Instant eventTime, String asset, BigDecimal delta, Instant transactTime)
        implements UserDataEvent {

    @Override
    public String eventType() {
        return "externalLockUpdate";
    }
}
