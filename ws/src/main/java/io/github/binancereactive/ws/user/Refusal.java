/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.user;

import io.github.binancereactive.core.error.ClientClosedException;
import io.github.binancereactive.core.error.ErrorCode;
import io.github.binancereactive.core.error.OutcomeUnknownException;
import io.github.binancereactive.core.error.ProtocolException;
import io.github.binancereactive.core.error.RejectedException;
import io.github.binancereactive.core.error.TransientException;
import java.time.Duration;
import java.time.Instant;

/** What follows when a subscription, or its end, fails. Pure. */
enum Refusal {
    /** The log-on is not what it was: a signature will do. */
    SIGN,
    /** This connection can't have it, another one can. */
    REPLACE,
    /** It may work later. */
    RETRY,
    /** It would fail again: the key is no good, for one. */
    GIVE_UP,
    /** The client is closed, and says so itself. */
    LEAVE;

    static Refusal of(Throwable error, Lane lane) {
        if (error instanceof RejectedException rejected) {
            return ofCode(rejected.code(), lane);
        }
        if (error instanceof OutcomeUnknownException) {
            return REPLACE;
        }
        if (error instanceof ClientClosedException) {
            return LEAVE;
        }
        if (error instanceof ProtocolException) {
            return lane.isByLogon() ? SIGN : GIVE_UP;
        }
        return error instanceof TransientException ? RETRY : GIVE_UP;
    }

    /** Whether the end of a subscription that failed so may have come all the same, or not. */
    static boolean leavesDoubt(Throwable error) {
        return !(error instanceof RejectedException rejected)
                || rejected.code() != ErrorCode.SUBSCRIPTION_INACTIVE.code();
    }

    private static Refusal ofCode(int code, Lane lane) {
        if (code == ErrorCode.MAXIMUM_SUBSCRIPTION_IDS.code()) {
            return REPLACE;
        }
        if (code == ErrorCode.SUBSCRIPTION_ACTIVE.code()) {
            return lane.carrier().isDoubtful() ? REPLACE : GIVE_UP;
        }
        if (code == ErrorCode.INVALID_TIMESTAMP.code()) {
            return RETRY;
        }
        return lane.isByLogon() ? SIGN : GIVE_UP;
    }

    /** How long to wait before the next try: not less than the exchange asks for. */
    static Duration delay(Throwable error, Duration otherwise, Instant now) {
        if (error instanceof TransientException passing) {
            Duration asked = passing.retryAfter()
                    .map(moment -> Duration.between(now, moment))
                    .orElse(Duration.ZERO);
            return asked.compareTo(otherwise) > 0 ? asked : otherwise;
        }
        return otherwise;
    }
}
