/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.wires;

import io.github.binancereactive.testkit.ExchangeSimulator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The exchange's own clock, for clients whose clock is to be right however a test moves the time. */
final class ExchangeClock extends Clock {

    private final ExchangeSimulator exchange;

    ExchangeClock(ExchangeSimulator exchange) {
        this.exchange = exchange;
    }

    @Override
    public Instant instant() {
        return exchange.now();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
