/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.testkit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An answer that says something else than it should; see the factories of {@link Fault}. */
public sealed interface ContentFault extends Fault {

    /**
     * See {@link Fault#status(int, String)} and {@link Fault#html403()}.
     *
     * @param status the status
     * @param body the body
     * @param contentType the content type; null for JSON
     */
    record Status(int status, String body, @Nullable String contentType) implements ContentFault {}

    /**
     * See {@link Fault#error(int, int, String)}.
     *
     * @param status the status
     * @param code the error code
     * @param message the message
     */
    record Failure(int status, int code, String message) implements ContentFault {}

    /** See {@link Fault#timeout()}. */
    record Timeout() implements ContentFault {}

    /**
     * See {@link Fault#rateLimited(Duration)} and {@link Fault#banned(Duration)}.
     *
     * @param status 429 or 418
     * @param retryAfter when to come back
     */
    record RateLimited(int status, Duration retryAfter) implements ContentFault {}

    /**
     * See {@link Fault#redirect(String)}.
     *
     * @param location where to
     */
    record Redirect(String location) implements ContentFault {}
}
