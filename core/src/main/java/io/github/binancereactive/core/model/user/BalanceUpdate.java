/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.user;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A deposit, a withdrawal, or a transfer between accounts.
 *
 * @param eventTime when the exchange made the event
 * @param asset what was moved
 * @param delta how much; negative for what left the account
 * @param clearTime when it was booked
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/user-data-stream">User Data Streams</a>
 */
public record BalanceUpdate(Instant eventTime, String asset, BigDecimal delta, Instant clearTime)
        implements UserDataEvent {

    @Override
    public String eventType() {
        return "balanceUpdate";
    }
}
