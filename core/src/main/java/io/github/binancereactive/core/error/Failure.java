/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import io.github.binancereactive.core.model.trade.PartialOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says when it isn't a success, on either wire, before it becomes an exception.
 *
 * @param status HTTP status, or the status of the WebSocket API's answer
 * @param code the exchange's error code; 0 when there is none
 * @param message the exchange's words; empty when there are none
 * @param retryAfter when the exchange wants to hear from us again; null when it didn't say
 * @param detail what else the refusal carries; null when it carries nothing
 */
public record Failure(
        int status,
        int code,
        String message,
        @Nullable Instant retryAfter,
        @Nullable Object detail) {

    /**
     * A failure without detail.
     *
     * @param status HTTP status, or the status of the WebSocket API's answer
     * @param code the exchange's error code; 0 when there is none
     * @param message the exchange's words; empty when there are none
     * @param retryAfter when the exchange wants to hear from us again; null when it didn't say
     */
    public Failure(int status, int code, String message, @Nullable Instant retryAfter) {
        this(status, code, message, retryAfter, null);
    }

    /**
     * What the request has done although this is an error: one of its steps was carried out and another refused.
     *
     * @return the result to hand over; null when nothing was carried out, and this is to become an exception
     */
    public @Nullable PartialOutcome partialOutcome() {
        return detail instanceof PartialOutcome outcome && outcome.changedSomething() ? outcome : null;
    }

    /**
     * The exception of the branch that this failure belongs to.
     *
     * <p>429, 418 and -1003 are rate limits. 403 comes from the firewall in front of the exchange, whatever the code, and
     * passes. 5xx, -1000 (an unknown error while processing), -1006 and -1007 leave open whether the request was carried
     * out: transient for one that only reads, {@link OutcomeUnknownException} for any other. -1001, -1008 and -1016 say
     * that the exchange didn't take the request now. All else is a refusal.
     *
     * @param endpoint name of the endpoint
     * @param repeatable whether the endpoint only reads
     * @param clientOrderId what to ask for when the outcome is unknown; null when the request carried none
     * @return a new exception
     */
    public BinanceException toException(String endpoint, boolean repeatable, @Nullable String clientOrderId) {
        if (status == 429 || status == 418 || is(ErrorCode.TOO_MANY_REQUESTS)) {
            return new RateLimitedException(endpoint, status == 418, code, retryAfter);
        }
        if (status == 403) {
            return new TransientException(
                    endpoint, "blocked by the firewall (status 403), " + ErrorCode.describe(code), retryAfter, null);
        }
        if (isOpen()) {
            String what = "status " + status + ", " + ErrorCode.describe(code);
            return repeatable
                    ? new TransientException(endpoint, what, retryAfter, null)
                    : new OutcomeUnknownException(endpoint, what, clientOrderId, null);
        }
        return passes()
                ? new TransientException(
                        endpoint,
                        "not taken now (status " + status + "), " + ErrorCode.describe(code),
                        retryAfter,
                        null)
                : new RejectedException(endpoint, status, code, message, detail);
    }

    private boolean isOpen() {
        return status >= 500 || is(ErrorCode.UNKNOWN) || is(ErrorCode.UNEXPECTED_RESP) || is(ErrorCode.TIMEOUT);
    }

    private boolean passes() {
        return is(ErrorCode.DISCONNECTED) || is(ErrorCode.SERVER_BUSY) || is(ErrorCode.SERVICE_SHUTTING_DOWN);
    }

    private boolean is(ErrorCode known) {
        return code == known.code();
    }
}
