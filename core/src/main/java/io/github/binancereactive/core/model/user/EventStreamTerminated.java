/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.user;

import java.time.Instant;

/**
 * The subscription has ended: nothing more comes of it.
 *
 * @param eventTime when the exchange made the event
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/user-data-stream">User Data Streams</a>
 */
public record EventStreamTerminated(Instant eventTime) implements UserDataEvent {

    @Override
    public String eventType() {
        return "eventStreamTerminated";
    }
}
