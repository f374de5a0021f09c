/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.error.Failure;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.error.TooManyInFlightException;
import io.netty.handler.ssl.NotSslRecordException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolShutdownException;

/**
 * The exception that a failed request ends with. Pure.
 *
 * @param endpoint name of the endpoint
 * @param repeatable whether the request only reads
 * @param clientOrderId what to ask for when the outcome is unknown; null when the request carries none
 * @param sent whether the request may have been sent
 */
record Outcome(
        String endpoint, boolean repeatable, @Nullable String clientOrderId, boolean sent) {

    BinanceException after(Throwable error, int maxConnections) {
        if (error instanceof BadAnswer answer) {
            return after(answer);
        }
        if (error instanceof PoolAcquirePendingLimitException full) {
            return new TooManyInFlightException(endpoint, maxConnections + full.getAcquirePendingLimit());
        }
        if (error instanceof PoolShutdownException || error instanceof RejectedExecutionException) {
            return closed();
        }
        if (Failover.isTransport(error)) {
            return isOpen()
                    ? unknown("the connection was lost", safe(error))
                    : new ConnectionLostException(
                            endpoint, sent ? "the connection was lost" : "no connection", safe(error));
        }
        return misunderstood("unexpected " + error.getClass().getSimpleName(), safe(error));
    }

    BinanceException afterDeadline(Duration deadline) {
        return isOpen()
                ? unknown("no answer within " + deadline, null)
                : new DeadlineExceededException(endpoint, deadline, sent);
    }

    BinanceException closed() {
        return isOpen() ? unknown("the client was closed", null) : new ClientClosedException(endpoint, null);
    }

    private BinanceException after(BadAnswer answer) {
        Failure failure = answer.failure();
        if (failure == null) {
            return misunderstood(String.valueOf(answer.getMessage()), answer.getCause());
        }
        if (isOpen() && !answer.complete() && !saysAllByStatus(failure.status())) {
            return unknown("status " + failure.status() + " without its body", safe(answer.getCause()));
        }
        return failure.toException(endpoint, repeatable, clientOrderId);
    }

    /** Whether the exchange may have carried out what the caller must not do twice. */
    private boolean isOpen() {
        return sent && !repeatable;
    }

    private BinanceException misunderstood(String what, @Nullable Throwable cause) {
        return isOpen() ? unknown(what, cause) : new ProtocolException(endpoint, what, cause);
    }

    private BinanceException unknown(String why, @Nullable Throwable cause) {
        return new OutcomeUnknownException(endpoint, why, clientOrderId, cause);
    }

    /** The other 4xx depend on the code in the body: -1007 or a half-done cancelReplace (409) is no plain refusal. */
    private static boolean saysAllByStatus(int status) {
        return status >= 500 || status == 403 || status == 418 || status == 429;
    }

    /** Messages of Netty's decoders quote what they could not read; those of connections say only which and why. */
    private static @Nullable Throwable safe(@Nullable Throwable cause) {
        return cause == null || !Failover.isTransport(cause) || quotes(cause) || quotes(cause.getCause())
                ? null
                : cause;
    }

    private static boolean quotes(@Nullable Throwable cause) {
        return cause instanceof NotSslRecordException;
    }
}
