/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The request was not carried out, or reads only and may be repeated: the same request can succeed later. */
public non-sealed class TransientException extends BinanceException {

    private static final long serialVersionUID = 1L;

    private final @Nullable Instant retryAfter;

    /**
     * A failure that passes.
     *
     * @param endpoint name of the endpoint
     * @param message what happened
     * @param retryAfter the earliest moment at which the exchange wants to hear from us; null when it named none
     * @param cause what led to it
     */
    public TransientException(
            String endpoint, String message, @Nullable Instant retryAfter, @Nullable Throwable cause) {
        super(endpoint, message, cause);
        this.retryAfter = retryAfter;
    }

    /**
     * The earliest moment at which to try again, by the exchange's clock.
     *
     * @return empty when the exchange named none
     */
    public Optional<Instant> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
