/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.matching;

import org.jspecify.annotations.Nullable;

/**
 * What the exchange refuses, with its own code and text.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/errors">Error codes</a>
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;

    private final int status;
    private final int code;
    private final long retryAtMicros;

    Refusal(int code, String message) {
        this(BAD_REQUEST, code, message, -1);
    }

    private Refusal(int status, int code, String message, long retryAtMicros) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.retryAtMicros = retryAtMicros;
    }

    static Refusal untilLater(int code, String message, long retryAtMicros) {
        return new Refusal(TOO_MANY_REQUESTS, code, message, retryAtMicros);
    }

    /**
     * The exchange's error code.
     *
     * @return such as -2010
     */
    public int code() {
        return code;
    }

    /**
     * The text after {@code msg}.
     *
     * @return the exchange's own words
     */
    public String message() {
        return String.valueOf(getMessage());
    }

    /**
     * The HTTP status.
     *
     * @return 400, or 429 when there were too many orders
     */
    public int status() {
        return status;
    }

    /**
     * When the caller may come back.
     *
     * @return microseconds since the epoch; null when the refusal names no time
     */
    public @Nullable Long retryAtMicros() {
        return retryAtMicros < 0 ? null : retryAtMicros;
    }
}
