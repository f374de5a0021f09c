/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a session, and the status that it left.
 *
 * @param at when, by the session's clock
 * @param type what
 * @param status the session's status from then on
 * @param connection number of the socket concerned, counted from 1; 0 when there is none
 * @param attempt number of the attempt to connect since the last stable connection; 0 when this is no attempt
 * @param reason why, in a few words, without addresses, parameters or keys
 * @param cause what was thrown; null when nothing was
 */
public record SessionEvent(
        Instant at,
        Type type,
        SessionStatus status,
        long connection,
        int attempt,
        String reason,
        @Nullable Throwable cause) {

    /** What can happen. */
    public enum Type {
        /** An attempt to connect begins, now or after the delay that the reason names. */
        CONNECTING,
        /** A socket is open, prepared and in use. */
        OPENED,
        /** A successor for the socket in use is wanted: by age, by request, or because the server shuts down. */
        ROTATION_STARTED,
        /** The successor is in use; its predecessor takes no more requests and finishes those it has. */
        ROTATED,
        /** A successor could not be made; the socket in use stays, and another attempt follows. */
        ROTATION_FAILED,
        /** A predecessor has finished and is closed; the reason says whether anything was left. */
        RETIRED,
        /** The socket in use is gone. */
        LOST,
        /** Something that the protocol wants known, such as an error that answers no request. */
        NOTICE,
        /** The session has ended. */
        CLOSED
    }
}
