/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;

/** A local clock that shows a scheduler's time, and that can be wrong. */
public final class VirtualClock extends Clock {

    private final Scheduler time;
    private volatile Duration error = Duration.ZERO;

    public VirtualClock(Scheduler time) {
        this.time = time;
    }

    public void isWrongBy(Duration duration) {
        error = duration;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plusNanos(time.now(TimeUnit.NANOSECONDS)).plus(error);
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
