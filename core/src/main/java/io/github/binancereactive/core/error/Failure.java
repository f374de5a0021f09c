/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.core.error;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.endpoint.Endpoint;
import io.github.binancereactive.core.model.trade.PartialOutcome;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final Set<Integer> LIMITS = codes(
            ErrorCode.TOO_MANY_REQUESTS,
            ErrorCode.TOO_MANY_ORDERS,
            ErrorCode.TOO_MANY_CONNECTIONS,
            ErrorCode.TOO_MANY_MESSAGES);

    /** Whether the request was carried out, these leave open. */
    private static final Set<Integer> OPEN = codes(ErrorCode.UNKNOWN, ErrorCode.UNEXPECTED_RESP, ErrorCode.TIMEOUT);

    private static final Set<Integer> PASSING =
            codes(ErrorCode.DISCONNECTED, ErrorCode.SERVER_BUSY, ErrorCode.SERVICE_SHUTTING_DOWN, ErrorCode.LOGGED_OUT);

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
     * <p>429, 418, -1003 (requests), -1015 (orders), -1034 (connections) and -1181 (messages) are rate limits. 403 comes from the
     * firewall in front of the exchange, whatever the code, and passes. 5xx, -1000 (an unknown error while processing), -1006 and
     * -1007 leave open whether the request was carried out: transient for one that only reads, {@link OutcomeUnknownException}
     * for any other. -1001, -1008, -1016 and -1035 say that the exchange, or the session, didn't take the request now. -2021 says that one half of a cancel-replace was
     * carried out; where nothing says which, its outcome is unknown. All else is a refusal, -1021 included: such a request was
     * not carried out, and clients have set their clock and repeated it before anybody hears of it.
     *
     * @param endpoint name of the endpoint
     * @param repeatable whether the endpoint only reads
     * @param clientOrderId what to ask for when the outcome is unknown; null when the request carried none
     * @return a new exception
     */
    public BinanceException toException(String endpoint, boolean repeatable, @Nullable String clientOrderId) {
        if (isHalfDone()) {
            return new OutcomeUnknownException(endpoint, openness(), clientOrderId, null);
        }
        if (status == 429 || status == 418 || LIMITS.contains(code)) {
            return new RateLimitedException(endpoint, status == 418, code, retryAfter);
        }
        if (status == 403) {
            return new TransientException(
                    endpoint, "blocked by the firewall (status 403), " + ErrorCode.describe(code), retryAfter, null);
        }
        if (isOpen()) {
            return repeatable
                    ? new TransientException(endpoint, openness(), retryAfter, null)
                    : new OutcomeUnknownException(endpoint, openness(), clientOrderId, null);
        }
        return PASSING.contains(code)
                ? new TransientException(
                        endpoint,
                        "not taken now (status " + status + "), " + ErrorCode.describe(code),
                        retryAfter,
                        null)
                : new RejectedException(endpoint, status, code, message, detail);
    }

    /**
     * The exception of the branch that this failure belongs to, with what is needed to find out an unknown outcome.
     *
     * @param call what was asked for
     * @param latestAcceptance the last moment, by the exchange's clock, at which the exchange takes the request; null when it isn't
     *     known
     * @return a new exception
     */
    public BinanceException toException(Call<?> call, @Nullable Instant latestAcceptance) {
        Endpoint<?> endpoint = call.endpoint();
        BinanceException exception = toException(endpoint.name(), endpoint.repeatable(), null);
        return exception instanceof OutcomeUnknownException
                ? new OutcomeUnknownException(call, openness(), latestAcceptance, null)
                : exception;
    }

    private String openness() {
        return isHalfDone() ? "one half was carried out" : "status " + status + ", " + ErrorCode.describe(code);
    }

    private boolean isHalfDone() {
        return code == ErrorCode.CANCEL_REPLACE_PARTIALLY_FAILED.code();
    }

    private boolean isOpen() {
        return status >= 500 || OPEN.contains(code);
    }

    private static Set<Integer> codes(ErrorCode... codes) {
        return Stream.of(codes).map(ErrorCode::code).collect(Collectors.toUnmodifiableSet());
    }
}
