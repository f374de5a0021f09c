/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.limit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the budget stands at one moment. Immutable; names no account.
 *
 * @param at that moment, by the exchange's clock
 * @param limits every limit that is kept
 * @param waiting how many requests wait
 * @param waitingSinceOrNull since when the first of them waits; null when none does
 * @param closedUntilOrNull until when the exchange wants to hear nothing; null when the gate is open
 */
public record BudgetState(
        Instant at,
        List<LimitState> limits,
        int waiting,
        @Nullable Instant waitingSinceOrNull,
        @Nullable Instant closedUntilOrNull) {

    /** Copies the list. */
    public BudgetState {
        limits = List.copyOf(limits);
    }

    /**
     * Since when the request at the head of the queue waits.
     *
     * @return empty when none waits
     */
    public Optional<Instant> waitingSince() {
        return Optional.ofNullable(waitingSinceOrNull);
    }

    /**
     * Until when the exchange wants to hear nothing.
     *
     * @return empty when the gate is open
     */
    public Optional<Instant> closedUntil() {
        return Optional.ofNullable(closedUntilOrNull);
    }
}
