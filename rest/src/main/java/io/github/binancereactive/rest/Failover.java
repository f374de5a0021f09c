/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.rest;

import io.github.binancereactive.core.error.Failure;
import io.netty.channel.ChannelException;
import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import reactor.netty.channel.AbortedException;

/**
 * What to do when an attempt failed. Pure: a table of what is known about the attempt against what it ended with.
 *
 * <p>The one rule that must never break: a request that changes something is sent a second time only if the first time not
 * one byte of it left. Answers of status 4xx end a request, 429 and 418 above all: asking another host would only bring the
 * ban nearer, because the exchange counts by IP address.
 */
enum Failover {
    /** The host's connection had died in the pool before anything was sent: the host may be well, so ask it again. */
    SAME_HOST,
    /** The host failed; another may do better. */
    NEXT_HOST,
    /** The host failed, but the request must not be sent again. */
    HOST_FAILED,
    /** The host did its part: the request has its answer. */
    STOP;

    /**
     * Decides.
     *
     * @param error what the attempt ended with
     * @param repeatable whether the request only reads
     * @param sent whether it may have been sent
     */
    static Failover after(Throwable error, boolean repeatable, boolean sent) {
        if (error instanceof BadAnswer answer) {
            Failure failure = answer.failure();
            return failure == null || failure.status() < 500 ? STOP : orStop(repeatable);
        }
        if (!isTransport(error)) {
            return STOP;
        }
        if (neverLeft(error)) {
            return SAME_HOST;
        }
        return orStop(repeatable || !sent);
    }

    /** Whether a connection failed, and not what came through it. */
    static boolean isTransport(Throwable error) {
        return error instanceof IOException
                || error instanceof AbortedException
                || error instanceof ChannelException
                || error instanceof TimeoutException
                || (error instanceof DecoderException && error.getCause() instanceof SSLException);
    }

    /** Reactor Netty's word that the connection was found closed before anything was written to it. */
    static boolean neverLeft(Throwable error) {
        return error instanceof AbortedException && AbortedException.isConnectionReset(error);
    }

    private static Failover orStop(boolean maySendAgain) {
        return maySendAgain ? NEXT_HOST : HOST_FAILED;
    }
}
