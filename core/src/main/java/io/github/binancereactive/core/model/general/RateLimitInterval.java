/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.model.general;

import java.time.Duration;

/**
 * The unit of a rate limit's window. Windows are aligned to the exchange's clock: a minute starts on the minute.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/enums">ENUM definitions</a>
 */
public enum RateLimitInterval {
    /** Seconds. */
    SECOND(Duration.ofSeconds(1)),
    /** Minutes. */
    MINUTE(Duration.ofMinutes(1)),
    /** Hours. */
    HOUR(Duration.ofHours(1)),
    /** Days, in UTC. */
    DAY(Duration.ofDays(1)),
    /** A value that this version of the connector doesn't know. */
    UNKNOWN(Duration.ZERO);

    private final Duration length;

    RateLimitInterval(Duration length) {
        this.length = length;
    }

    /**
     * How long one of it is.
     *
     * @return zero for {@link #UNKNOWN}
     */
    public Duration length() {
        return length;
    }
}
