/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import io.github.binancereactive.testkit.exchange.TimestampUnit;
import io.github.binancereactive.testkit.stream.StreamEvent;

/**
 * An event as it was recorded, whatever unit a connection asks for.
 *
 * @param payload the event
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record ReplayedEvent(byte[] payload) implements StreamEvent {

    @Override
    public byte[] json(TimestampUnit unit) {
        return payload;
    }
}
