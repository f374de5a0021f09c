/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.user;

import io.github.binancereactive.core.model.account.Balance;
import java.time.Instant;
import java.util.List;

/**
 * The balances that an event may have changed. Those that it leaves out are as they were.
 *
 * @param eventTime when the exchange made the event
 * @param lastUpdateTime when the account last changed
 * @param balances what the account now has of these assets
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/user-data-stream">User Data Streams</a>
 */
public record AccountPosition(Instant eventTime, Instant lastUpdateTime, List<Balance> balances)
        implements UserDataEvent {

    /** Copies the list. */
    public AccountPosition {
        balances = List.copyOf(balances);
    }

    @Override
    public String eventType() {
        return "outboundAccountPosition";
    }
}
