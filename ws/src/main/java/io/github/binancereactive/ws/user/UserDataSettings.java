/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import java.time.Duration;

/**
 * How an account is subscribed to.
 *
 * @param buffer how many signals a subscriber may leave untaken
 * @param reconciles whether the exchange is asked what was missed
 * @param grace how long a subscription is kept up when its last subscriber has left
 * @param overlap for how long at least the old and the new connection both carry the events
 */
record UserDataSettings(int buffer, boolean reconciles, Duration grace, Duration overlap) {

    static final UserDataSettings DEFAULTS =
            new UserDataSettings(8192, false, Duration.ofSeconds(1), Duration.ofSeconds(1));

    UserDataSettings {
        if (buffer < 1) {
            throw new IllegalArgumentException("a buffer holds at least one signal");
        }
        if (grace.isNegative() || overlap.isNegative()) {
            throw new IllegalArgumentException("neither grace nor overlap can be negative");
        }
    }

    UserDataSettings withBuffer(int value) {
        return new UserDataSettings(value, reconciles, grace, overlap);
    }

    UserDataSettings withReconciliation() {
        return new UserDataSettings(buffer, true, grace, overlap);
    }

    UserDataSettings withGrace(Duration value) {
        return new UserDataSettings(buffer, reconciles, value, overlap);
    }

    UserDataSettings withOverlap(Duration value) {
        return new UserDataSettings(buffer, reconciles, grace, value);
    }
}
