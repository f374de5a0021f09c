/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.endpoint.Call;
import io.github.binancereactive.core.error.BinanceException;
import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.ConnectionLostException;
import io.github.binancereactive.core.error.DeadlineExceededException;
import io.github.binancereactive.core.error.Failure;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.error.TooManyInFlightException;
import io.github.binancereactive.core.error.TransientException;
import io.netty.handler.ssl.NotSslRecordException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolShutdownException;

/**
 * The exception that a failed request ends with. Pure.
 *
 * @param call what was asked, with the ids by which its outcome can be found out
 * @param sent whether the request may have been sent
 * @param validity until when the exchange takes what was sent; null when nothing was sent or it isn't signed
 */
record Outcome(Call<?> call, boolean sent, @Nullable Validity validity) {

    BinanceException after(Throwable error, int maxConnections) {
        if (error instanceof BadAnswer answer) {
            return after(answer);
        }
        if (error instanceof BinanceException refused) {
            return refused; // by the budget, before anything was sent
        }
        if (error instanceof PoolAcquirePendingLimitException full) {
            return new TooManyInFlightException(endpoint(), maxConnections + full.getAcquirePendingLimit());
        }
        if (error instanceof PoolShutdownException || error instanceof RejectedExecutionException) {
            return closed();
        }
        if (Failover.isTransport(error)) {
            return isOpen()
                    ? unknown("the connection was lost", safe(error))
                    : new ConnectionLostException(
                            endpoint(), sent ? "the connection was lost" : "no connection", safe(error));
        }
        return misunderstood("unexpected " + error.getClass().getSimpleName(), safe(error));
    }

    BinanceException afterDeadline(Duration deadline) {
        return isOpen()
                ? unknown("no answer within " + deadline, null)
                : new DeadlineExceededException(endpoint(), deadline, sent);
    }

    /** The subscriber has let the answer wait for so long that its connection had to be given up. */
    BinanceException afterNeglect(Duration deadline) {
        String what = "no more of the answer was asked for within " + deadline;
        return isOpen() ? unknown(what, null) : new TransientException(endpoint(), what, null, null);
    }

    BinanceException closed() {
        return isOpen() ? unknown("the client was closed", null) : new ClientClosedException(endpoint(), null);
    }

    private BinanceException after(BadAnswer answer) {
        Failure failure = answer.failure();
        if (failure == null) {
            return misunderstood(String.valueOf(answer.getMessage()), answer.getCause());
        }
        if (isOpen() && !answer.complete() && !saysAllByStatus(failure.status())) {
            return unknown("status " + failure.status() + " without its body", safe(answer.getCause()));
        }
        return failure.toException(call, latestAcceptance());
    }

    private @Nullable Instant latestAcceptance() {
        return validity == null ? null : validity.until();
    }

    private String endpoint() {
        return call.endpoint().name();
    }

    private boolean repeatable() {
        return call.endpoint().repeatable();
    }

    /** Whether the exchange may have carried out what the caller must not do twice. */
    private boolean isOpen() {
        return sent && !repeatable();
    }

    private BinanceException misunderstood(String what, @Nullable Throwable cause) {
        return isOpen() ? unknown(what, cause) : new ProtocolException(endpoint(), what, cause);
    }

    private BinanceException unknown(String why, @Nullable Throwable cause) {
        return new OutcomeUnknownException(call, why, latestAcceptance(), cause);
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
