/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request that has passed the gate, and when it did.
 *
 * @param call the request
 * @param caller who called; null when the method doesn't ask
 * @param nowMicros now, in microseconds since the epoch
 */
record Request(ExchangeCall call, @Nullable Caller caller, long nowMicros) {

    Parameters parameters() {
        return call.parameters();
    }

    Arguments arguments() {
        return new Arguments(call.parameters());
    }

    TimestampUnit unit() {
        return call.unit();
    }

    Instant now() {
        return Instant.EPOCH.plusNanos(TimeUnit.MICROSECONDS.toNanos(nowMicros));
    }

    long time(Instant instant) {
        return unit().of(instant);
    }

    /** The account of a method that asks for one. */
    String account() {
        return Objects.requireNonNull(caller).account().name();
    }

    /** The connection of a method that REST doesn't have. */
    Session session() {
        return Objects.requireNonNull(call.session());
    }
}
