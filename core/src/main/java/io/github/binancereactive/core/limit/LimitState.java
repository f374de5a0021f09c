/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import io.github.binancereactive.core.model.general.RateLimit;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one limit stands at one moment.
 *
 * @param limit the limit
 * @param account for orders, which account: 1 for the first that this budget met, and so on; 0 for all other limits
 * @param used what counts against the limit in the window: what the exchange has reported, what it can't have reported yet, and
 *     what is under way; more than the limit when others send from the same address
 * @param inFlight the part of it that is under way
 * @param waiting what the requests that wait would take of it
 * @param windowEnd when the window ends, by the exchange's clock
 * @param closedUntilOrNull until when this alone is closed, as orders are after -1015; null when it isn't
 */
public record LimitState(
        RateLimit limit,
        int account,
        int used,
        int inFlight,
        int waiting,
        Instant windowEnd,
        @Nullable Instant closedUntilOrNull) {

    /**
     * Until when this alone is closed.
     *
     * @return empty when it isn't
     */
    public Optional<Instant> closedUntil() {
        return Optional.ofNullable(closedUntilOrNull);
    }

    /**
     * What is left.
     *
     * @return never negative
     */
    public int remaining() {
        return Math.max(0, limit.limit() - used);
    }
}
