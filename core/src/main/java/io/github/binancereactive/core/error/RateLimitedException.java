/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A limit of the exchange was exceeded (status 429), or this IP address is banned for having gone on after that (418).
 * Whoever sends before {@link #retryAfter()} risks a ban of up to three days.
 */
public class RateLimitedException extends TransientException {

    private static final long serialVersionUID = 1L;

    private final boolean banned;

    /**
     * A refusal for exceeding a limit.
     *
     * @param endpoint name of the endpoint
     * @param banned whether the IP address is banned (418)
     * @param code the exchange's error code; 0 when the answer had none
     * @param retryAfter when the limit or the ban ends; null when the exchange didn't say
     */
    public RateLimitedException(String endpoint, boolean banned, int code, @Nullable Instant retryAfter) {
        super(
                endpoint,
                (banned ? "IP address banned, " : "rate limit exceeded, ")
                        + ErrorCode.describe(code)
                        + (retryAfter == null ? "" : ", retry after " + retryAfter),
                retryAfter,
                null);
        this.banned = banned;
    }

    /**
     * Whether this is a ban (418) and not yet only a warning (429).
     *
     * @return true for 418
     */
    public boolean banned() {
        return banned;
    }
}
