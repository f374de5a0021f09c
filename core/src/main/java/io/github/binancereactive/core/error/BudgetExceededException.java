/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The request was not sent: it would have exceeded a limit of the exchange, or the exchange wants to hear nothing now, or
 * too many wait for the budget already. {@link #retryAfter()} says when there is room again as far as is known now.
 */
public class BudgetExceededException extends TransientException {

    private static final long serialVersionUID = 1L;

    /**
     * A request that the budget has no room for.
     *
     * @param endpoint name of the endpoint
     * @param reason which limit, in a few words
     * @param retryAfter when there is room again; null when that can't be told
     */
    public BudgetExceededException(String endpoint, String reason, @Nullable Instant retryAfter) {
        super(
                endpoint,
                "not sent, request budget: " + reason + (retryAfter == null ? "" : ", retry after " + retryAfter),
                retryAfter,
                null);
    }
}
