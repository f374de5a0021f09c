/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.codec;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An error as the exchange puts it: the body of a failed REST request, or {@code error} in an answer of the WebSocket API.
 *
 * @param code the error code
 * @param message the exchange's words
 * @param retryAfter {@code data.retryAfter}, until when a limit or a ban lasts; null when there is none
 * @param detail {@code data} as the endpoint's {@code errorDetail}; null when there is none
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/errors">Error codes</a>
 */
public record ErrorBody(
        int code,
        String message,
        @Nullable Instant retryAfter,
        @Nullable Object detail) {

    /**
     * An error without detail.
     *
     * @param code the error code
     * @param message the exchange's words
     * @param retryAfter until when a limit or a ban lasts; null when there is none
     */
    public ErrorBody(int code, String message, @Nullable Instant retryAfter) {
        this(code, message, retryAfter, null);
    }
}
