/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The exchange refused the request: it was not carried out, and the same request would be refused again. */
public non-sealed class RejectedException extends BinanceException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final String reason;
    private final transient @Nullable Object detail;

    /**
     * A refusal.
     *
     * @param endpoint name of the endpoint
     * @param status HTTP status, or the status of the WebSocket API's answer
     * @param code the exchange's error code; 0 when the answer had none
     * @param reason the exchange's words
     */
    public RejectedException(String endpoint, int status, int code, String reason) {
        this(endpoint, status, code, reason, null);
    }

    /**
     * A refusal that carries more than a code.
     *
     * @param endpoint name of the endpoint
     * @param status HTTP status, or the status of the WebSocket API's answer
     * @param code the exchange's error code; 0 when the answer had none
     * @param reason the exchange's words
     * @param detail what else it carries; null when it carries nothing
     */
    public RejectedException(String endpoint, int status, int code, String reason, @Nullable Object detail) {
        super(endpoint, "rejected with " + ErrorCode.describe(code) + " (status " + status + "): " + reason, null);
        this.status = status;
        this.code = code;
        this.reason = reason;
        this.detail = detail;
    }

    /**
     * The status of the answer.
     *
     * @return a 4xx number
     */
    public int status() {
        return status;
    }

    /**
     * The exchange's error code; see {@link ErrorCode}.
     *
     * @return negative, or 0 when the answer had none
     */
    public int code() {
        return code;
    }

    /**
     * The exchange's own words.
     *
     * @return its {@code msg}
     */
    public String reason() {
        return reason;
    }

    /**
     * Why an order, a cancellation or an amendment was refused.
     *
     * @return {@link RejectionReason#UNKNOWN} for other refusals, and for words that aren't documented
     */
    public RejectionReason rejectionReason() {
        return RejectionReason.of(code, reason);
    }

    /**
     * The filter that an order breaks.
     *
     * @return its name, such as {@code LOT_SIZE}; empty when the refusal has another reason
     */
    public Optional<String> failedFilter() {
        return RejectionReason.failedFilter(code, reason);
    }

    /**
     * What else the refusal carries, such as why either half of a cancel-replace failed.
     *
     * @param type what it is expected to be
     * @param <T> that type
     * @return empty when it carries no such thing
     */
    public <T> Optional<T> detail(Class<T> type) {
        return Optional.ofNullable(detail).filter(type::isInstance).map(type::cast);
    }
}
