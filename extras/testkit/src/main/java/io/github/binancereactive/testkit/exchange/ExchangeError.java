/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit.exchange;

import org.jspecify.annotations.Nullable;

/**
 * The exchange says no: an HTTP status, an error code and its message. A scripted answer throws one to answer with it.
 *
 * <p>It carries no stack trace, since it is an answer and not a failure of the simulator.
 *
 * @see <a href="https://developers.binance.com/docs/binance-spot-api-docs/errors">Error codes</a>
 */
public final class ExchangeError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final long retryAfterMillis;
    private final long serverTimeMillis;
    private final @Nullable String data;
    private final boolean identified;

    /**
     * An error that refuses the request.
     *
     * @param status the HTTP status, also the {@code status} of a WebSocket answer
     * @param code the exchange's code
     * @param message the text after {@code msg}
     */
    public ExchangeError(int status, int code, String message) {
        this(status, code, message, -1, -1, null, true);
    }

    private ExchangeError(
            int status,
            int code,
            String message,
            long serverTimeMillis,
            long retryAfterMillis,
            @Nullable String data,
            boolean identified) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.serverTimeMillis = serverTimeMillis;
        this.retryAfterMillis = retryAfterMillis;
        this.data = data;
        this.identified = identified;
    }

    /**
     * This error with the time at which the caller may come back, as 418 and 429 have it.
     *
     * @param serverTimeMillis now, in milliseconds since the epoch
     * @param untilMillis when to retry, in milliseconds since the epoch
     * @return a new error
     */
    public ExchangeError retryAfter(long serverTimeMillis, long untilMillis) {
        return new ExchangeError(status, code, message(), serverTimeMillis, untilMillis, data, identified);
    }

    /**
     * This error with more to say, as a cancel-replace has that went half well.
     *
     * @param json what comes under {@code data}
     * @return a new error
     */
    public ExchangeError withData(String json) {
        return new ExchangeError(status, code, message(), serverTimeMillis, retryAfterMillis, json, identified);
    }

    /**
     * This error as one that names no request, such as the one that ends a session.
     *
     * @return a new error
     */
    public ExchangeError withoutId() {
        return new ExchangeError(status, code, message(), serverTimeMillis, retryAfterMillis, data, false);
    }

    /**
     * Whether the answer in a frame names the request.
     *
     * @return false for one such as that which says that a session's key is no longer valid
     */
    public boolean identified() {
        return identified;
    }

    /**
     * The HTTP status.
     *
     * @return the status, such as 400
     */
    public int status() {
        return status;
    }

    /**
     * The exchange's error code.
     *
     * @return the code, such as -1121
     */
    public int code() {
        return code;
    }

    /**
     * What {@code Retry-After} says.
     *
     * @return whole seconds to wait, rounded up; null when the error names no time
     */
    public @Nullable Long retryAfterSeconds() {
        return retryAfterMillis < 0 ? null : Math.max(0, (retryAfterMillis - serverTimeMillis + 999) / 1000);
    }

    /**
     * The body of a REST answer.
     *
     * @return {@code {"code":...,"msg":...}}
     */
    public String restJson() {
        return "{\"code\":" + code + ",\"msg\":" + JsonText.quoted(message())
                + (data == null ? "}" : ",\"data\":" + data + "}");
    }

    /**
     * The {@code error} of a WebSocket answer, with {@code data} when it names a time to retry.
     *
     * @return a JSON object
     */
    public String webSocketJson() {
        String json = restJson();
        return retryAfterMillis < 0 || data != null
                ? json
                : json.substring(0, json.length() - 1) + ",\"data\":{\"serverTime\":" + serverTimeMillis
                        + ",\"retryAfter\":" + retryAfterMillis + "}}";
    }

    private String message() {
        return String.valueOf(getMessage());
    }
}
