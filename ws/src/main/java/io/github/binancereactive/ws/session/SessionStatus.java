/*
 * Copyright The binance-reactive authors
 * SPDX-License-Identifier: Apache-2.0
 */
package io.github.binancereactive.ws.session;

/** Where a session stands. {@code CONNECTING -> OPEN -> (ROTATING -> OPEN)* -> RECONNECTING -> OPEN ... -> CLOSED}. */
public enum SessionStatus {
    /** Never connected yet: nothing was asked of it, or the first socket isn't open. Requests wait. */
    CONNECTING,
    /** One socket in use. */
    OPEN,
    /** One socket in use, and a successor being made. */
    ROTATING,
    /** The socket is gone and another is being made. Requests wait. */
    RECONNECTING,
    /** Ended, for good. */
    CLOSED
}
