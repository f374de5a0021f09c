/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

import io.github.binancereactive.core.error.TransientException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a connection ended or never opened.
 *
 * @param kind in a word
 * @param code HTTP status for {@link Kind#REFUSED}, WebSocket close code for {@link Kind#CLOSED_BY_SERVER}, else 0
 * @param detail in a few words, without addresses or payload
 * @param retryAfter how long the server asked us to stay away; null when it didn't
 * @param cause what the network reported; null when nothing was thrown
 */
public record SocketClose(
        Kind kind,
        int code,
        String detail,
        @Nullable Duration retryAfter,
        @Nullable Throwable cause) {

    /** The exchange bans nobody for longer. */
    private static final Duration LONGEST_BAN = Duration.ofDays(3);

    /** The ways in which a connection ends. */
    public enum Kind {
        /** Nobody answered, or the answer took too long. */
        UNREACHABLE,
        /** The server answered the upgrade with something else than 101. */
        REFUSED,
        /** The server closed with a close frame. */
        CLOSED_BY_SERVER,
        /** The connection broke without a close frame. */
        LOST,
        /** Nothing came for so long that the connection must be half-open. */
        SILENT,
        /** What came was no WebSocket, or larger than allowed. */
        GARBLED,
        /** The new connection could not be brought to its state, such as logged on. */
        UNPREPARED,
        /** We closed it. */
        CLOSED_BY_US
    }

    /**
     * A connection that could not be made.
     *
     * @param cause what the network reported
     * @return the reason
     */
    public static SocketClose unreachable(Throwable cause) {
        return new SocketClose(Kind.UNREACHABLE, 0, cause.getClass().getSimpleName(), null, cause);
    }

    /**
     * An upgrade that was refused.
     *
     * @param status HTTP status
     * @param retryAfter from the header of that name; null when there was none
     * @return the reason
     */
    public static SocketClose refused(int status, @Nullable Duration retryAfter) {
        return new SocketClose(Kind.REFUSED, status, "HTTP status " + status, retryAfter, null);
    }

    /**
     * A close frame of the server.
     *
     * @param code its code; 1005 when it had none
     * @return the reason
     */
    public static SocketClose byServer(int code) {
        return new SocketClose(Kind.CLOSED_BY_SERVER, code, "close code " + code, null, null);
    }

    /**
     * A broken connection.
     *
     * @param cause what the network reported; null for a plain end of stream
     * @return the reason
     */
    public static SocketClose lost(@Nullable Throwable cause) {
        String detail = cause == null ? "end of stream" : cause.getClass().getSimpleName();
        return new SocketClose(Kind.LOST, 0, detail, null, cause);
    }

    /**
     * Bytes that are no WebSocket frames, or too many of them.
     *
     * @param cause what the decoder reported
     * @return the reason
     */
    public static SocketClose garbled(Throwable cause) {
        return new SocketClose(Kind.GARBLED, 0, cause.getClass().getSimpleName(), null, cause);
    }

    static SocketClose silent(Duration silence) {
        return new SocketClose(Kind.SILENT, 0, "nothing received for " + silence, null, null);
    }

    static SocketClose unprepared(Throwable cause, Instant now) {
        Duration retryAfter = cause instanceof TransientException passing
                ? passing.retryAfter().map(at -> Duration.between(now, at)).orElse(null)
                : null;
        return new SocketClose(Kind.UNPREPARED, 0, cause.getClass().getSimpleName(), bounded(retryAfter), cause);
    }

    /** What a server asks for, unless it would silence us for years. */
    static @Nullable Duration bounded(@Nullable Duration retryAfter) {
        return retryAfter != null && retryAfter.compareTo(LONGEST_BAN) > 0 ? LONGEST_BAN : retryAfter;
    }

    static SocketClose byUs(String why) {
        return new SocketClose(Kind.CLOSED_BY_US, 0, why, null, null);
    }

    /** The kind and the detail. */
    @Override
    public String toString() {
        return kind + " (" + detail + ")";
    }
}
