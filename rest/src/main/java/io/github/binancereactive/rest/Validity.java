/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import java.time.Duration;
import java.time.Instant;

/**
 * When a signed request was stamped and for how long the exchange takes it.
 *
 * @param timestamp the exchange's time at which it was signed, as far as it was known
 * @param recvWindow how long after that the exchange still takes it
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/rest-api/request-security">Timing security</a>
 */
record Validity(Instant timestamp, Duration recvWindow) {

    /** The moment after which the exchange doesn't begin with it any more. */
    Instant until() {
        return timestamp.plus(recvWindow);
    }
}
