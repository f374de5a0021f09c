/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.error.ErrorCode;
import io.github.binancereactive.core.error.Failure;
import org.jspecify.annotations.Nullable;

/**
 * An answer that came and is no success: a signal from the reader of one attempt to the exchange that decides what to do
 * about it. It never reaches a subscriber, so it has no trace of its own.
 */
final class BadAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Failure failure;
    private final boolean complete;

    private BadAnswer(String message, @Nullable Throwable cause, @Nullable Failure failure, boolean complete) {
        super(message, cause, false, false);
        this.failure = failure;
        this.complete = complete;
    }

    /** An answer that says that the request failed. */
    static BadAnswer failed(Failure failure) {
        return new BadAnswer("status " + failure.status(), null, failure, true);
    }

    /** The head of such an answer, whose body got lost. */
    static BadAnswer cutShort(Failure head, Throwable cause) {
        return new BadAnswer("status " + head.status() + ", body lost", cause, head, false);
    }

    /** An answer that can't be understood. The message must not quote it, nor may the cause's. */
    static BadAnswer unreadable(String message, @Nullable Throwable cause) {
        return new BadAnswer(message, cause, null, true);
    }

    /** What the exchange said; null when the answer could not be understood. */
    @Nullable Failure failure() {
        return failure;
    }

    /** Whether the exchange refused the request for its timestamp: it does so before it begins with it. */
    boolean isInvalidTimestamp() {
        return failure != null
                && complete
                && failure.code() == ErrorCode.INVALID_TIMESTAMP.code()
                && failure.status() < 500;
    }

    /** Whether the whole of the answer came. */
    boolean complete() {
        return complete;
    }
}
